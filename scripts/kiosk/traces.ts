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
/** One for all: a browser has thousands of ranges. */
const piece = Buffer.alloc(pieceBytes);

const pageBytes = 4_096;

/** After so many pages in a row that cannot be read, nothing is there any more. */
const mostGaps = 64;

/** Reads what of a range is there; a process may let go of it meanwhile. */
const rangeHolds = (memory: number, from: number, to: number, forms: readonly Buffer[], longest: number): boolean => {
  let gaps = 0;
  for (let at = from; at < to && gaps < mostGaps; ) {
    const wanted = Math.min(pieceBytes, to - at);
    let length = 0;
    try {
      length = readSync(memory, piece, 0, wanted, at);
    } catch {
      // Not mapped to anything, or gone.
    }
    if (holds(piece.subarray(0, length), forms)) return true;
    // A read ends before what cannot be read; what comes after that page may be.
    const end = at + length;
    gaps = length === 0 ? gaps + 1 : 0;
    if (length === 0) at = (Math.floor(end / pageBytes) + 1) * pageBytes;
    else at = length < wanted || end === to ? end : end - longest;
  }
  return false;
};

/** What the kernel keeps for itself; it cannot be read, and no program writes there. */
const isOfKernel = (name: string): boolean => /^\[(vvar|vsyscall|vdso)/.test(name);

interface Range {
  readonly from: number;
  readonly to: number;
  readonly isShared: boolean;
  /** Mapped from a file that is there: its pages that nobody has changed are as they are in the file. */
  readonly isOfFile: boolean;
}
type Run = Pick<Range, 'from' | 'to'>;

/** Of the last byte of an entry of `/proc/PID/pagemap` (8 bytes, little-endian). */
const page = { isPresent: 0b1000_0000, isSwapped: 0b0100_0000, isOfFile: 0b0010_0000 };

/**
 * The pages of a private range that hold anything of the process's own, one run after the other: a browser reserves a thousand
 * times what it uses, and each of its processes has the whole program, which is as it is in its file.
 */
const pagesThere = (pagemap: number, { from, to, isOfFile }: Range): Run[] => {
  const entries = Buffer.alloc(((to - from) / pageBytes) * 8);
  const length = readSync(pagemap, entries, 0, entries.length, (from / pageBytes) * 8);
  const runs: Run[] = [];
  let start: number | null = null;
  for (let entry = 0; entry <= length / 8; entry += 1) {
    const flags = entry < length / 8 ? (entries[entry * 8 + 7] ?? 0) : 0;
    const isOwn = (flags & (page.isPresent | page.isSwapped)) !== 0 && !(isOfFile && (flags & page.isOfFile) !== 0);
    if (isOwn) start ??= entry;
    else if (start !== null) {
      runs.push({ from: from + start * pageBytes, to: from + entry * pageBytes });
      start = null;
    }
  }
  return runs;
};

/** Whether anything in the ranges of `smaps` is in memory at all; most of what a browser reserves is not. */
const rangesOf = (pid: number): Range[] => {
  const ranges: Range[] = [];
  let range: (Range & { readonly isReadable: boolean }) | null = null;
  for (const line of readIfThere(`/proc/${pid}/smaps`).toString('utf8').split('\n')) {
    const [, from, to, rights = '', name = ''] = /^([\da-f]+)-([\da-f]+) (\S{4}) \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
    if (from !== undefined && to !== undefined) {
      range = {
        from: Number.parseInt(from, 16),
        to: Number.parseInt(to, 16),
        isShared: rights.endsWith('s'),
        isOfFile: /^\/(?!dev\/shm\/|memfd:).*(?<! \(deleted\))$/.test(name),
        isReadable: rights.startsWith('r') && !isOfKernel(name),
      };
    } else if (range?.isReadable && /^(Rss|Swap): +[1-9]/.test(line) && ranges.at(-1)?.from !== range.from) {
      ranges.push(range);
    }
  }
  return ranges;
};

/** What is shared is read whole: its pages may have been written by a process that has ended. */
const runsOf = (pid: number, pagemap: number): Run[] =>
  rangesOf(pid).flatMap((range) => (range.isShared ? [range] : pagesThere(pagemap, range)));

/** Every process of this namespace but the one that asks. */
export const allOthers = (): Process[] =>
  processesOf(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number),
  ).filter(({ pid }) => pid !== process.pid);

const openOf = (pid: number, name: string): number | null => {
  try {
    return openSync(`/proc/${pid}/${name}`, 'r');
  } catch {
    // It has ended.
    return null;
  }
};

export const tracesInMemory = (of: readonly Process[], words: readonly string[]): Trace[] => {
  const forms = words.flatMap(formsOf);
  const longest = Math.max(...forms.map(({ length }) => length));
  return of.flatMap(({ pid, name, command }) => {
    const [memory, pagemap] = [openOf(pid, 'mem'), openOf(pid, 'pagemap')];
    try {
      if (memory === null || pagemap === null) return [];
      const isHit = runsOf(pid, pagemap).some(({ from, to }) => rangeHolds(memory, from, to, forms, longest));
      return isHit ? [`memory of ${pid} (${name}: ${command.slice(0, 120)})`] : [];
    } finally {
      for (const file of [memory, pagemap]) if (file !== null) closeSync(file);
    }
  });
};
