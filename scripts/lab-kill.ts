/** `npm run lab:kill [-- TIMES]`: kills instances and the database under load, and says what was lost. */
import { runKillLab } from '../lib/helpdesk/testing/kill-lab.ts';

const times = Number(process.argv[2] ?? 100);
const startedAt = performance.now();
const { recovery, ...figures } = await runKillLab(times);
const sorted = recovery.toSorted((a, b) => a - b);
const at = (share: number): string => `${(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(0)} ms`;
for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(16)} ${value}`);
console.log(`until a call is acknowledged again: p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`);
console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
process.exitCode = figures.lost + figures.twice + figures.doubleClaims + figures.unheard === 0 ? 0 : 1;
