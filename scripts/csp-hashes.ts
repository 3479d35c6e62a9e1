import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptHashesFile } from '../lib/security/script-hashes.ts';
import { trustedTypesPolicy } from '../lib/security/trusted-types-policy.ts';

/** Inline scripts only: those with `src` are allowed by their address. */
const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Puts the policy before every other script. React takes no notice of elements in <head> that it did not make. */
export const withTrustedTypesPolicy = (html: string): string =>
  html.includes(trustedTypesPolicy)
    ? html
    : html.replace('<head>', () => `<head><script>${trustedTypesPolicy}</script>`);

export const hashInlineScripts = (html: string): string[] => {
  const hashes = Array.from(html.matchAll(inlineScript), ([, script = '']) =>
    createHash('sha256').update(script).digest('base64'),
  );
  return [...new Set(hashes)].map((hash) => `sha256-${hash}`);
};

/**
 * Makes the prerendered pages of a build ready for a content security policy without `unsafe-inline`, and leaves the hashes
 * of their inline scripts where proxy.ts reads them.
 *
 * @param root - folder of the project
 * @returns how many pages there are
 */
export const prepareScriptHashes = (root: string): number => {
  const pages = join(root, '.next', 'server', 'app');
  const files = globSync('**/*.html', { cwd: pages });
  const hashes = files.map((file) => {
    const html = withTrustedTypesPolicy(readFileSync(join(pages, file), 'utf8'));
    writeFileSync(join(pages, file), html);
    return [`/${file.replace(/\.html$/, '')}`, hashInlineScripts(html)] as const;
  });
  writeFileSync(join(root, scriptHashesFile), JSON.stringify(Object.fromEntries(hashes), null, 2));
  return files.length;
};
