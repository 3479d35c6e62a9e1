import { expect, test } from 'vitest';
import { parseExplainArguments } from './explain-arguments.ts';

const asked = { kind: 'explain', text: 'EI123-2008', json: false };

test.each([
  [['EI123-2008'], asked],
  [['EI123-2008', '--json'], { ...asked, json: true }],
  [['--json', ' EI123-2008 '], { ...asked, json: true }],
  [['Bad', 'Request'], { ...asked, text: 'Bad Request' }],
  [['--', '-115'], { ...asked, text: '-115' }],
])('%j is understood', (args, expected) => {
  expect(parseExplainArguments(args)).toEqual(expected);
});

test.each([[[]], [['--json']], [['']], [[' ', '　']]])('%j has no text', (args) => {
  expect(parseExplainArguments(args)).toEqual({ kind: 'wrong', mistake: 'textMissing' });
});

test.each([[['--code', '115']], [['115', '--json=yes']]])('%j is not for this command', (args) => {
  expect(() => parseExplainArguments(args)).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^ERR_PARSE_ARGS/) }),
  );
});
