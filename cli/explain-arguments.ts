import { parseArgs } from 'node:util';

export type ExplainMistake = 'textMissing';

/** What `kazasu explain` was asked. */
export type ExplainArguments =
  | { readonly kind: 'explain'; readonly text: string; readonly json: boolean }
  | { readonly kind: 'wrong'; readonly mistake: ExplainMistake };

/**
 * Reads the words after `kazasu explain`. Quotation marks may be left out: several words are one text.
 *
 * @throws what `parseArgs` throws for a flag it does not know.
 */
export const parseExplainArguments = (args: readonly string[]): ExplainArguments => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const text = positionals.join(' ').trim();
  return text === '' ? { kind: 'wrong', mistake: 'textMissing' } : { kind: 'explain', text, json: values.json };
};
