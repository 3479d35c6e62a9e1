import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/** Where the build leaves the hashes, from the folder of the project. Written by scripts/csp-hashes.ts. */
export const scriptHashesFile = join('.next', 'script-hashes.json');

/** Path of a page, as `/ja/card`, to the hashes of its inline scripts. `/_not-found` stands for all that is not there. */
export type ScriptHashes = Readonly<Record<string, readonly string[]>>;

const schema = v.record(v.string(), v.array(v.pipe(v.string(), v.startsWith('sha256-'))));

/** @throws when the build left no such file or a damaged one: without it no page could run. */
export const readScriptHashes = (folder: string): ScriptHashes =>
  v.parse(schema, JSON.parse(readFileSync(join(folder, scriptHashesFile), 'utf8')));

export const hashesOfPage = (hashes: ScriptHashes, path: string): readonly string[] =>
  hashes[path.replace(/\/$/, '')] ?? hashes['/_not-found'] ?? [];
