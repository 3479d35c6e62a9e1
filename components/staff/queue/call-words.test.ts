import { expect, test } from 'vitest';
import { factNames } from '@/lib/facts/fact';
import { factKey } from '@/lib/facts/fact-key';
import { steps } from '@/lib/helpdesk/step';
import messages from '@/messages/ja.json';

const wordsOf = (step: string): unknown => {
  const [part = '', page = ''] = step.split(':');
  const fact = factNames.find((name) => part === 'guide' && name === page);
  const { StaffSteps, Questions }: Record<string, unknown> = messages;
  const path = fact === undefined ? [StaffSteps, part, page] : [Questions, factKey(fact), 'short'];
  return path.filter((key) => key !== '').reduce((node, key) => (node as Record<string, unknown>)?.[key as string]);
};

test.each(steps)('%s has words', (step) => {
  expect(wordsOf(step)).toEqual(expect.stringMatching(/./));
});
