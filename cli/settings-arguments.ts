import { parseArgs } from 'node:util';

export type SettingsMistake = 'commandMissing' | 'fileMissing';

/** What `kazasu settings` was asked to do. `data`: the folder of the database; `undefined`: the usual one. */
export type SettingsArguments =
  | { readonly kind: 'export'; readonly all: boolean; readonly data: string | undefined }
  | { readonly kind: 'import'; readonly file: string; readonly data: string | undefined }
  | { readonly kind: 'check'; readonly file: string }
  | { readonly kind: 'schema' | 'list' }
  | { readonly kind: 'wrong'; readonly mistake: SettingsMistake };

/**
 * Reads the words after `kazasu settings`.
 *
 * @throws what `parseArgs` throws for a flag it does not know.
 */
export const parseSettingsArguments = (args: readonly string[]): SettingsArguments => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { all: { type: 'boolean', default: false }, data: { type: 'string' } },
    allowPositionals: true,
  });
  const [command, file] = positionals;
  switch (command) {
    case 'export':
      return { kind: 'export', all: values.all, data: values.data };
    case 'import':
      return file === undefined
        ? { kind: 'wrong', mistake: 'fileMissing' }
        : { kind: 'import', file, data: values.data };
    case 'check':
      return file === undefined ? { kind: 'wrong', mistake: 'fileMissing' } : { kind: 'check', file };
    case 'schema':
    case 'list':
      return { kind: command };
    default:
      return { kind: 'wrong', mistake: 'commandMissing' };
  }
};
