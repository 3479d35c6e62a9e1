/** A process that puts messages until it is killed, and says of each that it is kept: `FILE FROM`. */
import { writeSync } from 'node:fs';
import { openOutbox } from '../outbox.ts';

const [file = '', from = '0'] = process.argv.slice(2);
const outbox = openOutbox(file);
for (let n = Number(from); ; n += 1) {
  const id = `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
  outbox.put({
    kind: 'visit',
    id,
    outcome: 'left',
    language: 'ja',
    lastStep: 'start',
    seconds: 1,
    reads: 0,
    earlyLifts: 0,
  });
  writeSync(1, `${n}\n`);
}
