import { expect, test } from 'vitest';
import { scriptsNamedIn } from './page-scripts.ts';

const page = 'http://127.0.0.1:3000/ja/guide';

test('a script counts once, however often and in whatever form the page names it', () => {
  const html = `<link rel="preload" as="script" href="/a.js"/><script src="/a.js" async=""></script>
<SCRIPT async="" SRC="b.js"></SCRIPT><script src="/a.js" id="_R_" async=""></script>`;
  expect(scriptsNamedIn(html, page)).toEqual(['http://127.0.0.1:3000/a.js', 'http://127.0.0.1:3000/ja/b.js']);
});

test('a script to be loaded ahead counts, a style sheet does not', () => {
  const html = `<link rel="preload" as="script" fetchPriority="low" href="/e.js"/><link rel="modulepreload" href="/f.js"/>
<link rel="preload" as="style" href="/g.css"/><link rel="stylesheet" href="/g.css"/>`;
  expect(scriptsNamedIn(html, page)).toEqual(['http://127.0.0.1:3000/e.js', 'http://127.0.0.1:3000/f.js']);
});

test('inline scripts and scripts for browsers without modules do not count', () => {
  const html = `<script>self.__next_f.push([1,"src=\\"/c.js\\""])</script><script src="/old.js" noModule=""></script>
<script data-src="/d.js"></script>`;
  expect(scriptsNamedIn(html, page)).toEqual([]);
});
