import { expect, it } from 'vitest';
import { commonHeaders, contentSecurityPolicy, headersOfPage } from './headers.ts';

const directives = (policy: string) =>
  new Map(policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]));

it('a page may run its own files and the inline scripts whose hashes it is sent with', () => {
  const policy = directives(contentSecurityPolicy(['sha256-a=', 'sha256-b=']));
  expect(policy.get('script-src')).toBe(`'self' 'sha256-a=' 'sha256-b='`);
});

it('everything that is not named is closed', () => {
  const policy = directives(contentSecurityPolicy([]));
  expect(policy.get('default-src')).toBe(`'none'`);
  expect(policy.get('frame-ancestors')).toBe(`'none'`);
  expect(policy.get('base-uri')).toBe(`'none'`);
  expect(policy.get('style-src')).toBe(`'self'`);
  expect(policy.get('require-trusted-types-for')).toBe(`'script'`);
});

it('nothing is allowed inline or to be evaluated', () => {
  expect(contentSecurityPolicy(['sha256-a='], ['http://127.0.0.1:4000'])).not.toContain('unsafe');
});

it('the page may talk to its server and to the reader process, to no path of it in particular', () => {
  expect(directives(contentSecurityPolicy([])).get('connect-src')).toBe(`'self'`);
  expect(directives(contentSecurityPolicy([], ['http://127.0.0.1:4000/v1'])).get('connect-src')).toBe(
    `'self' http://127.0.0.1:4000`,
  );
});

it('the service worker and the manifest of a page are its own', () => {
  const policy = directives(contentSecurityPolicy([], ['http://127.0.0.1:4000']));
  expect(policy.get('worker-src')).toBe(`'self'`);
  expect(policy.get('manifest-src')).toBe(`'self'`);
});

it('an address that is none makes no policy', () => {
  expect(() => contentSecurityPolicy([], [`'unsafe-inline'`])).toThrow(TypeError);
});

it('devices are closed, and the loopback address is open to our own pages', () => {
  const policy = commonHeaders['Permissions-Policy']?.split(', ');
  expect(policy).toContain('usb=()');
  expect(policy).toContain('camera=()');
  expect(policy).toContain('loopback-network=(self)');
});

it.each([
  ['/ja/staff/sign-in', '(self)'],
  ['/ja-easy/staff', '(self)'],
  ['/en/staff/accounts', '(self)'],
  ['/ja', '()'],
  ['/ja/guide', '()'],
  ['/ja/staffing', '()'],
  ['/api/place', '()'],
])('passkeys are for pages of staff: %s %s', (path, allowed) => {
  const policy = headersOfPage(path)['Permissions-Policy']?.split(', ');
  expect(policy).toContain(`publickey-credentials-get=${allowed}`);
  expect(policy).toContain(`publickey-credentials-create=${allowed}`);
  expect(policy).toContain('camera=()');
});
