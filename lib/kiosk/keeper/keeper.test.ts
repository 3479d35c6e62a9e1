import { beforeEach, describe, expect, test } from 'vitest';
import { type Browser, createKeeper, type Ending, type Keeper, keeperTimes } from './keeper.ts';

interface FakeBrowser extends Browser {
  readonly end: () => void;
}

let now: number;
let started: FakeBrowser[];
let erased: string[];
let endings: Ending[];
let keeper: Keeper;

const start = (): Browser => {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const name = `Kazasu/${started.length + 1}`;
  const erase = async (): Promise<void> => {
    end();
    erased.push(name);
  };
  const browser = { name, ended, end, erase };
  started.push(browser);
  return browser;
};

const first = 'Kazasu/1';
const second = 'Kazasu/2';

/** Time goes on, in steps as the clock of the keeper has them. */
const pass = (ms: number): void => {
  for (let gone = 0; gone < ms; gone += 250) {
    now += 250;
    keeper.tick();
  }
};

beforeEach(() => {
  now = 0;
  started = [];
  erased = [];
  endings = [];
  keeper = createKeeper({
    start,
    now: () => now,
    onEnding: (ending) => endings.push(ending),
    onErased: () => undefined,
  });
  keeper.tick();
});

const names = (): string[] => started.map(({ name }) => name);

test('begins with one browser, and keeps it while its page is alive', () => {
  for (let second = 0; second < 3_600; second += 1) {
    keeper.hear(first, 'beat', 'a');
    pass(1_000);
  }
  expect([names(), erased, endings]).toEqual([[first], [], []]);
});

describe('a visit that has ended', () => {
  beforeEach(() => {
    keeper.hear(first, 'beat', 'a');
    keeper.hear(first, 'end', 'a');
  });

  test('has a new browser at once; the old one is erased when the page of the new one is there', () => {
    expect([names(), erased]).toEqual([[first, second], []]);
    keeper.hear(second, 'beat', 'b');
    expect([erased, endings]).toEqual([[first], ['visitEnded']]);
  });

  test('is erased soon although the new browser is slow', () => {
    pass(keeperTimes.overlap);
    expect(erased).toEqual([first]);
    expect(keeperTimes.overlap).toBeLessThan(3_000);
  });

  test('is ended once, however often the page says so', () => {
    keeper.hear(first, 'end', 'a');
    keeper.hear(first, 'beat', 'a');
    expect(names()).toEqual([first, second]);
  });

  test('is over also when the browser that was to follow ends at once', async () => {
    started[1]?.end();
    await started[1]?.ended;
    await Promise.resolve();
    expect(erased).toEqual([second, first]);
    pass(keeperTimes.again);
    expect(names()).toEqual([first, second, 'Kazasu/3']);
  });
});

describe('a browser is replaced', () => {
  test('when its page was there and says nothing for five seconds', () => {
    keeper.hear(first, 'beat', 'a');
    pass(keeperTimes.silence - 250);
    expect(endings).toEqual([]);
    pass(250);
    expect([endings, erased, names()]).toEqual([['silent'], [first], [first, second]]);
  });

  test('not while the print of its page is made; when that takes half a minute, or is over and nothing is said', () => {
    keeper.hear(first, 'print', 'a');
    pass(keeperTimes.printing - 250);
    keeper.hear(first, 'beat', 'a');
    expect(endings).toEqual([]);
    pass(keeperTimes.silence);
    expect(endings).toEqual(['silent']);
    keeper.hear(second, 'print', 'b');
    pass(keeperTimes.printing);
    expect(endings).toEqual(['silent', 'silent']);
  });

  test('when its page never says anything', () => {
    pass(keeperTimes.firstWord);
    expect([endings, erased]).toEqual([['neverSpoke'], [first]]);
    // The next one has twice as long: the machine may only be slow.
    pass(keeperTimes.firstWord);
    expect(endings).toEqual(['neverSpoke']);
    pass(keeperTimes.firstWord);
    expect([endings, erased]).toEqual([
      ['neverSpoke', 'neverSpoke'],
      [first, second],
    ]);
  });

  test('when another page is opened in it, or the same one anew: the memory of the first is still there', () => {
    keeper.hear(first, 'beat', 'a');
    keeper.hear(first, 'beat', 'b');
    expect(endings).toEqual(['pageLeft']);
    keeper.hear(second, 'beat', 'c');
    expect(erased).toEqual([first]);
  });

  test('when it ends by itself', async () => {
    keeper.hear(first, 'beat', 'a');
    started[0]?.end();
    await started[0]?.ended;
    await Promise.resolve();
    pass(keeperTimes.again);
    expect([endings, erased, names()]).toEqual([['browserEnded'], [first], [first, second]]);
  });
});

test('what is heard of a browser that is gone, or of none of ours, means nothing', () => {
  keeper.hear(first, 'beat', 'a');
  keeper.hear('Mozilla/5.0', 'end', 'a');
  keeper.hear('Kazasu/7', 'end', 'a');
  expect(names()).toEqual([first]);
});

test('stopped, it erases what there is and starts nothing more', async () => {
  keeper.hear(first, 'beat', 'a');
  keeper.hear(first, 'end', 'a');
  await keeper.stop();
  pass(60_000);
  keeper.hear(second, 'end', 'b');
  expect([names(), erased.toSorted()]).toEqual([
    [first, second],
    [first, second],
  ]);
});
