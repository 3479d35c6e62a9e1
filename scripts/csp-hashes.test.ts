import { expect, it } from 'vitest';
import { trustedTypesPolicy } from '../lib/security/trusted-types-policy.ts';
import { hashInlineScripts, withTrustedTypesPolicy } from './csp-hashes.ts';

// printf '%s' 'go()' | openssl dgst -sha256 -binary | openssl base64
const hashOfGo = 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=';

it('an inline script is hashed exactly as it stands between its tags', () => {
  expect(hashInlineScripts('<p>x</p><script id="_R_">go()</script>')).toEqual([hashOfGo]);
  expect(hashInlineScripts('<script>go() </script>')).not.toEqual([hashOfGo]);
});

it('a script that comes from a file has no hash', () => {
  expect(hashInlineScripts('<script src="/a.js" async=""></script><script async="" src="/b.js"></script>')).toEqual([]);
});

it('equal scripts are listed once', () => {
  expect(hashInlineScripts('<script>go()</script><script>go()</script>')).toEqual([hashOfGo]);
});

it('the Trusted Types policy comes before every other script, once', () => {
  const html = '<html><head><script src="/a.js"></script></head></html>';
  const prepared = withTrustedTypesPolicy(html);
  expect(prepared).toBe(
    `<html><head><script>${trustedTypesPolicy}</script><script src="/a.js"></script></head></html>`,
  );
  expect(withTrustedTypesPolicy(prepared)).toBe(prepared);
});
