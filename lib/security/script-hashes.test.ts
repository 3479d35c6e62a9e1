import { expect, it } from 'vitest';
import { hashesOfPage } from './script-hashes.ts';

const hashes = { '/ja': ['sha256-ja'], '/_not-found': ['sha256-404'] };

it('a page has its own hashes, with or without a slash at the end', () => {
  expect(hashesOfPage(hashes, '/ja')).toEqual(['sha256-ja']);
  expect(hashesOfPage(hashes, '/ja/')).toEqual(['sha256-ja']);
});

it('where there is no page, the page that says so is shown', () => {
  expect(hashesOfPage(hashes, '/ja/nothing')).toEqual(['sha256-404']);
  expect(hashesOfPage(hashes, '/constructor')).toEqual(['sha256-404']);
});

it('without any page nothing inline may run', () => {
  expect(hashesOfPage({}, '/ja')).toEqual([]);
});
