import { expect, it } from 'vitest';
import { internalHosts } from '../../office/settings.ts';
import { eventsAfter } from './events.ts';
import { openStore } from './open.ts';
import { decide, history, proposals, published, undo, type Wish, wish } from './settings.ts';
import { eachStore } from './testing/stores.ts';

const lead = { id: 'lead-1', name: '係長' };
const other = { id: 'lead-2', name: '主任' };
const at = (now: number) => ({ now, isInternal: internalHosts([]) });
const toChange = (changes: Wish['changes'], base: number | null = null): Wish => ({ kind: 'change', changes, base });

eachStore(({ open, place }) => {
  it('before anybody has set anything, nothing is published', async () => {
    expect(await published(await open())).toEqual({ version: 0, own: {} });
  });

  it('a change is published at once, with who, when, before and after, and consoles hear of it', async () => {
    const store = await open();
    expect(await wish(store, lead, toChange({ usualWaitMinutes: 45 }), at(1_000))).toEqual({
      kind: 'published',
      number: 1,
    });
    expect(await published(store)).toEqual({ version: 1, own: { usualWaitMinutes: 45 } });
    expect(await history(store, null, 10)).toEqual([
      {
        number: 1,
        kind: 'change',
        state: 'published',
        changes: { usualWaitMinutes: 45 },
        before: {},
        after: { usualWaitMinutes: 45 },
        madeBy: lead,
        madeAt: 1_000,
        decidedBy: null,
        decidedAt: null,
      },
    ]);
    expect((await eventsAfter(store, 0, 10)).map(({ kind, subject }) => [kind, subject])).toEqual([['settings', '1']]);
  });

  it('of two who began from the same version, the second is told so and nothing is overwritten', async () => {
    const store = await open();
    await wish(store, lead, toChange({ usualWaitMinutes: 45 }, 0), at(1));
    expect(await wish(store, other, toChange({ usualWaitMinutes: 60 }, 0), at(2))).toEqual({ kind: 'outOfDate' });
    expect((await published(store)).own).toEqual({ usualWaitMinutes: 45 });
  });

  it('many at once are published one after the other, none lost', async () => {
    const store = await open();
    const minutes = Array.from({ length: 12 }, (_, index) => index + 31);
    await Promise.all(minutes.map((usualWaitMinutes) => wish(store, lead, toChange({ usualWaitMinutes }), at(1))));
    const all = await history(store, null, 100);
    expect(all.map(({ number }) => number)).toEqual(minutes.map((_, index) => minutes.length - index));
    for (const [index, { before }] of all.entries()) expect(before).toEqual(all[index + 1]?.after ?? {});
    expect((await published(store)).version).toBe(minutes.length);
  });

  it('what is wrong is refused whole, with where and why', async () => {
    const store = await open();
    const outcome = await wish(store, lead, toChange({ usualWaitMinutes: 45, answerSeconds: 5 }), at(1));
    expect(outcome).toMatchObject({ kind: 'wrong', mistakes: [{ path: 'answerSeconds', problem: 'tooSmall' }] });
    expect(await published(store)).toEqual({ version: 0, own: {} });
    expect(await history(store, null, 10)).toEqual([]);
  });

  it('what is so already is no change', async () => {
    const store = await open();
    expect(await wish(store, lead, toChange({ usualWaitMinutes: 30 }), at(1))).toEqual({ kind: 'nothing' });
  });

  it('undoing is a new change, and leaves what came after', async () => {
    const store = await open();
    await wish(store, lead, toChange({ usualWaitMinutes: 45 }), at(1));
    await wish(store, lead, toChange({ letterWorkingDays: 5 }), at(2));
    expect(await undo(store, other, 1, at(3))).toEqual({ kind: 'published', number: 3 });
    expect((await published(store)).own).toEqual({ letterWorkingDays: 5 });
    expect(await undo(store, other, 3, at(4))).toEqual({ kind: 'published', number: 4 });
    expect((await published(store)).own).toEqual({ letterWorkingDays: 5, usualWaitMinutes: 45 });
    expect((await history(store, null, 10)).map(({ kind, madeBy }) => [kind, madeBy.id])).toEqual([
      ['undo', 'lead-2'],
      ['undo', 'lead-2'],
      ['change', 'lead-1'],
      ['change', 'lead-1'],
    ]);
    expect(await undo(store, other, 99, at(5))).toEqual({ kind: 'notThere' });
  });

  it('where a second person is wanted, nothing holds before they have approved it, and nobody approves their own', async () => {
    const store = await open();
    await wish(store, lead, toChange({ approval: true }), at(1));
    expect(await wish(store, lead, toChange({ usualWaitMinutes: 45 }), at(2))).toEqual({ kind: 'proposed', number: 2 });
    expect((await published(store)).own).toEqual({ approval: true });
    expect(await decide(store, lead, 2, 'approve', at(3))).toEqual({ kind: 'ownProposal' });
    expect((await proposals(store)).map(({ number }) => number)).toEqual([2]);
    expect(await decide(store, other, 2, 'approve', at(4))).toEqual({ kind: 'published', number: 2 });
    expect((await published(store)).own).toEqual({ approval: true, usualWaitMinutes: 45 });
    expect(await proposals(store)).toEqual([]);
    expect((await history(store, null, 1))[0]).toMatchObject({ madeBy: lead, decidedBy: other, decidedAt: 4 });
  });

  it('to want no second person any more takes a second person', async () => {
    const store = await open();
    await wish(store, lead, toChange({ approval: true }), at(1));
    expect(await wish(store, lead, toChange({ approval: null }), at(2))).toMatchObject({ kind: 'proposed' });
    expect((await published(store)).own.approval).toBe(true);
  });

  it('a proposal can be refused by another or withdrawn by its maker, once', async () => {
    const store = await open();
    await wish(store, lead, toChange({ approval: true }), at(1));
    await wish(store, lead, toChange({ usualWaitMinutes: 45 }), at(2));
    await wish(store, lead, toChange({ usualWaitMinutes: 60 }), at(3));
    expect(await decide(store, other, 2, 'withdraw', at(4))).toEqual({ kind: 'ownProposal' });
    expect(await decide(store, lead, 2, 'withdraw', at(4))).toEqual({ kind: 'decided' });
    expect(await decide(store, other, 3, 'refuse', at(5))).toEqual({ kind: 'decided' });
    expect(await decide(store, other, 3, 'approve', at(6))).toEqual({ kind: 'notThere' });
    expect((await history(store, null, 2)).map(({ state }) => state)).toEqual(['refused', 'withdrawn']);
    expect((await published(store)).own).toEqual({ approval: true });
  });

  it('what was proposed comes on top of what was published since', async () => {
    const store = await open();
    await wish(store, lead, toChange({ approval: true }), at(1));
    await wish(store, lead, toChange({ usualWaitMinutes: 45 }), at(2));
    await wish(store, other, toChange({ letterWorkingDays: 5 }), at(3));
    await decide(store, lead, 3, 'approve', at(4));
    await decide(store, other, 2, 'approve', at(5));
    expect(await published(store)).toEqual({
      version: 3,
      own: { approval: true, usualWaitMinutes: 45, letterWorkingDays: 5 },
    });
  });

  it('two who approve at once publish it once', async () => {
    const store = await open();
    await wish(store, lead, toChange({ approval: true }), at(1));
    await wish(store, lead, toChange({ usualWaitMinutes: 45 }), at(2));
    const third = { id: 'lead-3', name: '三人目' };
    const outcomes = await Promise.all([other, third].map((by) => decide(store, by, 2, 'approve', at(3))));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['notThere', 'published']);
    expect((await published(store)).version).toBe(2);
  });

  it('they are there after a restart', async () => {
    const where = await place();
    const first = await openStore(where);
    await wish(
      first,
      lead,
      toChange({ officeName: { ja: '中央区役所', 'ja-easy': '', en: 'Chuo Ward Office' } }),
      at(1),
    );
    await first.close();
    const second = await openStore(where);
    expect((await published(second)).own.officeName?.en).toBe('Chuo Ward Office');
    await second.close();
  });
});
