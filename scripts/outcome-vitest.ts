import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { failure, writeOutcome } from './outcome.ts';

/** Tells scripts/test.ts how a run of Vitest ended, with what failed outside a test: a file that cannot be loaded, a lost promise. */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const failures = [
      ...tests
        .filter((test) => test.result().state === 'failed')
        .map((test) =>
          failure(`${test.module.relativeModuleId} › ${test.fullName}`, test.result().errors?.[0]?.message),
        ),
      ...modules.flatMap((module) => module.errors().map(({ message }) => failure(module.relativeModuleId, message))),
      ...unhandledErrors.map(({ stack, message }) => failure('outside a test', stack ?? message)),
    ];
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    writeOutcome({ passed, failed: failures.length, failures });
  }
}
