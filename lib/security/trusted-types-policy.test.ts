import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { trustedTypesPolicy } from './trusted-types-policy.ts';

const origin = 'https://kazasu.example';

interface Policy {
  createScriptURL(given: string): string;
}

const policy = (): Policy & Record<string, unknown> => {
  const made: Record<string, Policy & Record<string, unknown>> = {};
  const trustedTypes = {
    createPolicy: (name: string, rules: Policy & Record<string, unknown>) => {
      made[name] = rules;
    },
  };
  runInNewContext(trustedTypesPolicy, { self: { trustedTypes }, location: { origin, href: `${origin}/ja` }, URL });
  if (made.default === undefined) throw new Error('no default policy');
  return made.default;
};

it.each(['/_next/static/chunks/a.js', `${origin}/_next/static/chunks/a.js?x`, '/sw.js', `${origin}/sw.js`])(
  '%s may be loaded, and is named as it was given',
  (address) => {
    expect(policy().createScriptURL(address)).toBe(address);
  },
);

it.each([
  'https://evil.example/_next/static/a.js',
  'https://evil.example/sw.js',
  '//evil.example/sw.js',
  '/sw.js?x',
  '/sw.js#x',
  '/sw.js/x',
  '/ja/sw.js',
  'sw.js.map',
  '/icons/sw.js',
  '/_next/image?url=x',
  '/_next/static/../../api/x.js',
  'data:text/javascript,1',
  'blob:https://kazasu.example/1',
])('%s may not', (address) => {
  expect(() => policy().createScriptURL(address)).toThrow('not a script of this build');
});

it('no string becomes markup or code', () => {
  expect(Object.keys(policy())).toEqual(['createScriptURL']);
});
