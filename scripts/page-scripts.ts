import { gzipSync } from 'node:zlib';

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(attributes)?.[1];

/** What a tag makes the browser load as a script. One for browsers without modules is loaded by none that can show the page. */
const scriptOf = (tag: string, attributes: string): string | undefined => {
  if (tag === 'script') return /(?:^|\s)nomodule\b/i.test(attributes) ? undefined : attribute(attributes, 'src');
  const rel = attribute(attributes, 'rel');
  const isScript = rel === 'modulepreload' || (rel === 'preload' && attribute(attributes, 'as') === 'script');
  return isScript ? attribute(attributes, 'href') : undefined;
};

/** Addresses of the scripts that a page names in its HTML, those to be loaded ahead as well, each once. */
export const scriptsNamedIn = (html: string, page: string): string[] => {
  const tags = html.matchAll(/<(script|link)\b([^>]*)>/gi);
  const sources = tags.flatMap(([, tag = '', attributes = '']) => {
    const source = scriptOf(tag.toLowerCase(), attributes);
    return source === undefined ? [] : [source];
  });
  return [...new Set(sources.map((source) => new URL(source, page).href))];
};

const sizes = new Map<string, number>();

/** Bytes of a script, gzipped by us, so that no server's own way of doing it matters. */
const gzippedSize = async (address: string): Promise<number> => {
  const known = sizes.get(address);
  if (known !== undefined) return known;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`GET ${address} answered ${response.status}`);
  const size = gzipSync(Buffer.from(await response.arrayBuffer())).length;
  sizes.set(address, size);
  return size;
};

export const gzippedSizes = async (addresses: Iterable<string>): Promise<number> => {
  let sum = 0;
  for (const address of new Set(addresses)) sum += await gzippedSize(address);
  return sum;
};
