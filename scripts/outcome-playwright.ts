import type { Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter';
import { failure, writeOutcome } from './outcome.ts';

const nameOf = (test: TestCase): string => test.titlePath().filter(Boolean).join(' › ');

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
      ...tests
        .filter((test) => test.outcome() === 'unexpected' || test.outcome() === 'flaky')
        .map((test) => failure(nameOf(test), test.results.find(({ error }) => error !== undefined)?.error?.message)),
      ...this.#outside.map(({ message }) => failure('outside a test', message)),
    ];
    const passed = tests.filter((test) => test.outcome() === 'expected').length;
    writeOutcome({ passed, failed: failures.length, failures });
  }
}
