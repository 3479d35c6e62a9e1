import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, Suite, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { failure, writeOutcome } from './outcome.ts';

const nameOf = (test: TestCase): string => test.titlePath().filter(Boolean).join(' › ');

const mostLines = { why: 12, page: 40 };

const cut = (text: string, lines: number): string => text.split('\n', lines).join('\n');

/** Where it failed, and what was expected there. */
const whyOf = ({ message = '', location }: TestError): string => {
  const place = location === undefined ? '' : `\n${basename(location.file)}:${location.line}`;
  return place + cut(`\n${stripVTControlCharacters(message)}`, mostLines.why + 1);
};

/** What stood on the page when a test failed, as a screen reader has it, without the head of the page: a log is often all that is left of a run. */
const pageAt = ({ attachments }: TestResult): string => {
  const path = attachments.find(({ name }) => name === 'error-context')?.path;
  const snapshot = path === undefined ? undefined : /```yaml\n([\s\S]*?)```/.exec(readFileSync(path, 'utf8'))?.[1];
  if (snapshot === undefined) return '';
  const bare = snapshot.replace(/ \[(ref=\w+|cursor=pointer)\]/g, '').replace(/^ *- generic:\n/gm, '');
  return `\n${cut(bare.slice(Math.max(0, bare.search(/^ *- main/m))), mostLines.page)}`;
};

const failureOf = (test: TestCase): string => {
  const result = test.results.find(({ error }) => error !== undefined);
  const error = result?.error;
  if (result === undefined || error === undefined) return failure(nameOf(test));
  return nameOf(test) + whyOf(error) + pageAt(result);
};

/** Tells scripts/test.ts how a run of Playwright ended, with what failed outside a test. A test that passes at its second try has failed. */
export default class OutcomeReporter implements Reporter {
  readonly #outside: TestError[] = [];
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onError(error: TestError): void {
    this.#outside.push(error);
  }

  onEnd(): void {
    const tests = this.#suite?.allTests() ?? [];
    const failures = [
      ...tests.filter((test) => test.outcome() === 'unexpected' || test.outcome() === 'flaky').map(failureOf),
      ...this.#outside.map(({ message }) => failure('outside a test', message)),
    ];
    const passed = tests.filter((test) => test.outcome() === 'expected').length;
    writeOutcome({ passed, failed: failures.length, failures });
  }
}
