/** Looks for what a visit may have left: in files, and in the memory of processes. Needs the rights to read both. */
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where a word was found, e.g. `file /dev/shm/…` or `memory of 123 (chromium)`. */
export type Trace = string;

/** Both forms in which a browser keeps text. */
const formsOf = (word: string): readonly Buffer[] => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];

const holds = (bytes: Buffer, forms: readonly Buffer[]): boolean => forms.some((form) => bytes.includes(form));

const filesBelow = (folder: string): string[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
};

const readIfThere = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch {
    // Deleted since it was listed.
    return Buffer.alloc(0);
  }
};

/** @param places - folders and files */
export const tracesInFiles = (places: readonly string[], words: readonly string[]): Trace[] => {
  const forms = words.flatMap(formsOf);
  return places
    .flatMap((place) => (existsSync(place) && statSync(place).isFile() ? [place] : filesBelow(place)))
    .filter((file) => holds(readIfThere(file), forms) || words.some((word) => file.includes(word)))
    .map((file) => `file ${file}`);
};

export interface Process {
  readonly pid: number;
  readonly name: string;
  readonly command: string;
}

const parentOf = (pid: number): number =>
  Number(/^PPid:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/status`).toString('utf8'))?.[1] ?? 0);

/** These processes and everything that they, and theirs, have started. @param pids - of those that began it */
export const processesOf = (pids: readonly number[]): Process[] => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(Number(name)) }));
  const found = new Set(pids);
  // A child has not always a higher number than its parent.
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return [...found].map((pid) => ({
    pid,
    name: readIfThere(`/proc/${pid}/comm`).toString('utf8').trim(),
    command: readIfThere(`/proc/${pid}/cmdline`).toString('utf8').replaceAll('\0', ' '),
  }));
};

const pieceBytes = 8 * 1_024 * 1_024;

/** Reads what of a range is there; a process may let go of it meanwhile. */
const rangeHolds = (memory: number, from: number, to: number, forms: readonly Buffer[], longest: number): boolean => {
  const piece = Buffer.allocUnsafe(pieceBytes);
  for (let at = from; at < to; at += pieceBytes - longest) {
    let length = 0;
    try {
      length = readSync(memory, piece, 0, Math.min(pieceBytes, to - at), at);
    } catch {
      // Not mapped to anything, or gone.
      return false;
    }
    if (holds(piece.subarray(0, length), forms)) return true;
  }
  return false;
};

/** What the kernel keeps for itself; it cannot be read, and no program writes there. */
const isOfKernel = (name: string): boolean => /^\[(vvar|vsyscall|vdso)/.test(name);

/** Whether anything in the ranges of `smaps` is in memory at all; most of what a browser reserves is not. */
const rangesOf = (pid: number): { from: number; to: number }[] => {
  const ranges: { from: number; to: number }[] = [];
  let range: { from: number; to: number; isReadable: boolean } | null = null;
  for (const line of readIfThere(`/proc/${pid}/smaps`).toString('utf8').split('\n')) {
    const [, from, to, readable, name] = /^([\da-f]+)-([\da-f]+) (.)\S* \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
    if (from !== undefined && to !== undefined) {
      range = {
        from: Number.parseInt(from, 16),
        to: Number.parseInt(to, 16),
        isReadable: readable === 'r' && !isOfKernel(name ?? ''),
      };
    } else if (range?.isReadable && /^(Rss|Swap): +[1-9]/.test(line) && ranges.at(-1)?.from !== range.from) {
      ranges.push({ from: range.from, to: range.to });
    }
  }
  return ranges;
};

export const tracesInMemory = (of: readonly Process[], words: readonly string[]): Trace[] => {
  const forms = words.flatMap(formsOf);
  const longest = Math.max(...forms.map(({ length }) => length));
  return of.flatMap(({ pid, name, command }) => {
    let memory: number;
    try {
      memory = openSync(`/proc/${pid}/mem`, 'r');
    } catch {
      // It has ended.
      return [];
    }
    try {
      const isHit = rangesOf(pid).some(({ from, to }) => rangeHolds(memory, from, to, forms, longest));
      return isHit ? [`memory of ${pid} (${name}: ${command.slice(0, 120)})`] : [];
    } finally {
      closeSync(memory);
    }
  });
};
