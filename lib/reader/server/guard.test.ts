import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aid,
  ef,
  queryTries,
  queryTriesOf,
  readCurrentFile,
  readFile,
  selectApplication,
  selectFile,
} from '../../card/commands.ts';
import { readPlan } from '../../card/read-plan.ts';
import { assertHarmless, ForbiddenCommand } from './guard.ts';

test('the commands of the product pass', () => {
  const commands = [
    selectApplication(aid.jpki),
    selectApplication(aid.common, 0x00),
    selectFile(ef.signaturePin),
    readFile(ef.tokenInfo, 32),
    readCurrentFile(224),
    queryTries(),
    queryTriesOf(ef.authenticationPin),
  ];
  for (const command of commands) expect(() => assertHarmless(command)).not.toThrow();
});

test.each([
  ['a VERIFY with a PIN', '0020008004313233 34'],
  ['a VERIFY with one byte more', '0020008000'],
  ['a VERIFY with an extended length', '00200080000004'],
  ['CHANGE REFERENCE DATA', '0024000008'],
  ['RESET RETRY COUNTER', '002C000000'],
  ['SIGN', '802A008000'],
  ['a write', '00D6000001FF'],
  ['GET RESPONSE', '00C0000010'],
  ['READ RECORD', '00B2010C00'],
  ['secure messaging', '0CA40000'],
  ['another logical channel', '01200080'],
  ['VERIFY for reference data of the whole card', '00200100'],
  ['three bytes', '00A404'],
  ['nothing', ''],
])('%s is refused', (_, hex) => {
  const bytes = Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  expect(() => assertHarmless(bytes)).toThrow(ForbiddenCommand);
});

test('nothing gets past but A4, B0 and four bytes of 20: 50,000 random commands', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (command) => {
      try {
        assertHarmless(command);
      } catch (refusal) {
        return refusal instanceof ForbiddenCommand;
      }
      return command[1] === 0xa4 || command[1] === 0xb0 || (command[1] === 0x20 && command.length === 4);
    }),
    { numRuns: 50_000 },
  );
});

test('whatever a card answers, the plan asks for nothing that the guard refuses: 20,000 hostile cards', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 15, maxLength: 20 }), (answers) => {
      const plan = readPlan({ atr: new Uint8Array(), now: new Date(0) });
      let step = plan.next({ data: new Uint8Array(), sw: 0 });
      for (const answer of answers) {
        if (step.done) break;
        assertHarmless(step.value.command);
        const sw = answer.length % 3 === 0 ? 0x9000 : 0x63c0 + answer.length;
        step = plan.next({ data: answer, sw });
      }
      return step.done === true;
    }),
    { numRuns: 20_000 },
  );
});
