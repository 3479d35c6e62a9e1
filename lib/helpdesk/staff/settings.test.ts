import { expect, it } from 'vitest';
import { oidcSettings, passkeyHost } from './settings.ts';

const all = {
  KAZASU_OIDC_ISSUER: 'https://idp.city.example/realms/staff',
  KAZASU_OIDC_CLIENT_ID: 'kazasu',
  KAZASU_OIDC_CLIENT_SECRET: 'secret',
};

it('an office without a provider sets nothing', () => {
  expect(oidcSettings({})).toBeUndefined();
  expect(oidcSettings({ KAZASU_OIDC_ISSUER: '' })).toBeUndefined();
});

it('what is set is taken as it is', () => {
  const settings = oidcSettings(all);
  expect(settings?.issuer.href).toBe('https://idp.city.example/realms/staff');
  expect(settings).toMatchObject({ clientId: 'kazasu', clientSecret: 'secret' });
});

it.each([
  ['without a client', { ...all, KAZASU_OIDC_CLIENT_ID: '' }],
  ['without an issuer', { ...all, KAZASU_OIDC_ISSUER: undefined }],
  ['without a secret', { ...all, KAZASU_OIDC_CLIENT_SECRET: '' }],
  ['without encryption', { ...all, KAZASU_OIDC_ISSUER: 'http://idp.city.example' }],
  ['with an address that is none', { ...all, KAZASU_OIDC_ISSUER: 'idp' }],
])('half a setting is refused: %s', (_, environment) => {
  expect(() => oidcSettings(environment)).toThrow();
});

it.each([
  ['http://127.0.0.1:3000', undefined],
  ['http://[::1]:3000', undefined],
  ['http://localhost:3000', 'localhost'],
  ['https://kazasu.city.example', 'kazasu.city.example'],
])('passkeys at %s belong to %s', (origin, host) => {
  expect(passkeyHost(origin)).toBe(host);
});
