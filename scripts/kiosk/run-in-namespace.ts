import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureSystemPackages, type SystemPackageKey } from '../system-packages.ts';

/**
 * Goes on only inside a namespace of its own, with its own PC/SC service: outside it starts the program there with the same
 * arguments, and ends: with 0 if that has, else with 1.
 *
 * @param program - `import.meta.url` of the program
 */
export const runInNamespace = (program: string, needs: readonly SystemPackageKey[]): void => {
  if (process.env.KAZASU_PRIVATE_NAMESPACE !== undefined) return;
  if (!ensureSystemPackages(new Set(needs), console.log)) process.exit(1);
  const wrapper = fileURLToPath(new URL('../in-namespace.sh', import.meta.url));
  try {
    execFileSync(wrapper, [process.execPath, fileURLToPath(program), ...process.argv.slice(2)], { stdio: 'inherit' });
  } catch {
    // It has said what it found.
    process.exit(1);
  }
  process.exit(0);
};
