import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { lostClaimMs, presenceMs } from './call.ts';
import { type Desk, openDesk, usualRules } from './desk.ts';
import { callsById, claim, passTime } from './store/calls.ts';
import { newestEvent } from './store/events.ts';
import { ensureKiosk } from './store/kiosks.ts';
import { takeMessages } from './store/messages.ts';
import { openStore, type Store } from './store/open.ts';
import { arrive, depart, forgetAbsent, onDuty, stay } from './store/presence.ts';
import { deleteOldDays, startOfDay, talliesKeptDays } from './store/retention.ts';
import { talliesOf } from './store/tally.ts';
import { eachStore } from './store/testing/stores.ts';
import { asking, aVisit, clerk, leaving, otherClerk, sampleCase } from './testing/samples.ts';
import type { StaffCall } from './wire.ts';

eachStore(({ dialect, open, place }) => {
  const desks: Desk[] = [];
  afterEach(async () => {
    await Promise.all(desks.splice(0).map((desk) => desk.close()));
  });
  const troubles: string[] = [];

  const openHere = async (): Promise<{ store: Store; desk: Desk }> => {
    const store = await open();
    await ensureKiosk(store, { id: 'k1', name: '1階 左' }, 0);
    const desk = await openDesk(
      store,
      () => usualRules,
      (message) => troubles.push(message),
    );
    desks.push(desk);
    return { store, desk };
  };
  const at = (message: Parameters<typeof takeMessages>[2][number]['message'], agoMs = 0) => [{ message, agoMs }];
  const callNow = async (desk: Desk, id: string): Promise<StaffCall | undefined> => {
    await desk.feed.catchUp();
    return desk.feed.calls().find((call) => call.id === id);
  };

  it('a call is in the queue with everything staff are told, and the kiosk sees its place', async () => {
    const { desk } = await openHere();
    const ask = asking();
    await desk.take('k1', at(ask));
    const { calls } = await desk.queue();
    expect(calls).toEqual([
      {
        id: ask.call,
        kiosk: { id: 'k1', name: '1階 左' },
        reason: 'pin',
        case: sampleCase,
        state: 'waiting',
        level: 0,
        askedAt: calls[0]?.askedAt,
        claimedAt: null,
        endedAt: null,
        claimedBy: null,
        prompts: [],
      },
    ]);
    expect(desk.viewOf('k1')).toEqual({
      reachable: true,
      onDuty: false,
      call: { id: ask.call, state: 'waiting', place: 1, prompt: null },
    });
    expect(desk.viewOf('k2').call).toBeNull();
  });

  it('the second in the queue is told so, and moves up when the first is claimed', async () => {
    const { desk } = await openHere();
    await desk.attend(clerk);
    const [first, second] = [asking(), asking()];
    await desk.take('k1', at(first, 5_000));
    await desk.take('k2', at(second));
    await desk.feed.catchUp();
    expect(desk.viewOf('k2').call?.place).toBe(2);
    expect(await desk.claim(first.call, clerk)).toEqual({ kind: 'moved' });
    await desk.feed.catchUp();
    expect(desk.viewOf('k2').call?.place).toBe(1);
    expect(desk.viewOf('k1').call).toEqual({ id: first.call, state: 'claimed', place: null, prompt: null });
  });

  it('a message that arrives twice has its effect once', async () => {
    const { store, desk } = await openHere();
    const ask = asking();
    const before = await newestEvent(store);
    await desk.take('k1', [...at(ask), ...at(ask)]);
    await desk.take('k1', at(ask));
    expect((await newestEvent(store)) - before).toBe(1);
    expect((await desk.queue()).calls).toHaveLength(1);
    expect(await talliesOf(store, today())).toEqual([{ name: 'call', value: 'pin', count: 1 }]);
  });

  it('a visitor who asks again has one call', async () => {
    const { desk } = await openHere();
    const [first, second] = [asking(), asking({ reason: 'card' })];
    await desk.take('k1', at(first));
    await desk.take('k1', at(second));
    expect((await desk.queue()).calls.map(({ id }) => id)).toEqual([second.call]);
    expect((await callNow(desk, first.call))?.state).toBe('gone');
  });

  it('one kiosk cannot end, change or answer for another', async () => {
    const { desk } = await openHere();
    await desk.attend(clerk);
    const ask = asking();
    await desk.take('k1', at(ask));
    await desk.claim(ask.call, clerk);
    const prompt = { id: randomUUID(), content: { kind: 'show', page: 'pins:slip' } as const };
    await desk.prompt(ask.call, clerk, prompt);
    const changed = {
      kind: 'case',
      id: randomUUID(),
      call: ask.call,
      case: { ...sampleCase, language: 'en' },
    } as const;
    await desk.take('k2', [
      ...at(leaving(ask.call)),
      ...at(changed),
      ...at({ kind: 'answer', id: randomUUID(), prompt: prompt.id, accepted: true }),
    ]);
    const call = await callNow(desk, ask.call);
    expect(call).toMatchObject({ state: 'claimed', case: { language: 'ja' }, prompts: [{ state: 'sent' }] });
  });

  it('whoever is not at a console gets no call', async () => {
    const { desk } = await openHere();
    const ask = asking();
    await desk.take('k1', at(ask));
    expect(await desk.claim(ask.call, clerk)).toEqual({ kind: 'notOnDuty' });
    const leave = await desk.attend(clerk);
    await leave();
    expect(await desk.claim(ask.call, clerk)).toEqual({ kind: 'notOnDuty' });
    expect(await desk.claim(randomUUID(), clerk)).toEqual({ kind: 'notThere' });
  });

  it('of many who claim at once exactly one has the call, and the others learn who', async () => {
    const { store, desk } = await openHere();
    const staff = Array.from({ length: 20 }, (_, index) => ({ ...clerk, id: `c${index}`, name: `${index}` }));
    for (const member of staff) await arrive(store, randomUUID(), member, Date.now());
    const ask = asking();
    await desk.take('k1', at(ask));
    const outcomes = await Promise.all(staff.map((member) => desk.claim(ask.call, member)));
    expect(outcomes.filter(({ kind }) => kind === 'moved')).toHaveLength(1);
    const winner = staff[outcomes.findIndex(({ kind }) => kind === 'moved')];
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(19);
    expect(outcomes).toContainEqual({ kind: 'taken', by: winner?.name });
    expect((await callNow(desk, ask.call))?.claimedBy).toEqual({ id: winner?.id, name: winner?.name });
  });

  it("to claim, help or send again what is one's own is no mistake; another's is not one's own", async () => {
    const { desk } = await openHere();
    await desk.attend(clerk);
    await desk.attend(otherClerk);
    const ask = asking();
    await desk.take('k1', at(ask));
    expect(await desk.claim(ask.call, clerk)).toEqual({ kind: 'moved' });
    expect(await desk.claim(ask.call, clerk)).toEqual({ kind: 'moved' });
    expect(await desk.help(ask.call, otherClerk)).toEqual({ kind: 'taken', by: clerk.name });
    expect(await desk.release(ask.call, otherClerk)).toEqual({ kind: 'taken', by: clerk.name });
    expect(await desk.help(ask.call, clerk)).toEqual({ kind: 'moved' });
    expect(await desk.release(ask.call, clerk)).toEqual({ kind: 'notYours' });
    expect((await callNow(desk, ask.call))?.state).toBe('helped');
    expect((await desk.queue()).calls).toEqual([]);
  });

  it('a prompt goes to the screen and comes back with what the visitor chose; twice sent it is one', async () => {
    const { desk } = await openHere();
    await desk.attend(clerk);
    const ask = asking();
    await desk.take('k1', at(ask));
    const prompt = { id: randomUUID(), content: { kind: 'show', page: 'pins:slip' } as const };
    expect(await desk.prompt(ask.call, clerk, prompt)).toEqual({ kind: 'notYours' });
    await desk.claim(ask.call, clerk);
    await desk.prompt(ask.call, clerk, prompt);
    await desk.prompt(ask.call, clerk, prompt);
    await desk.feed.catchUp();
    expect(desk.viewOf('k1').call?.prompt).toEqual({ ...prompt, state: 'sent' });
    await desk.take('k1', at({ kind: 'answer', id: randomUUID(), prompt: prompt.id, accepted: false }));
    await desk.feed.catchUp();
    expect(desk.viewOf('k1').call?.prompt).toBeNull();
    expect((await callNow(desk, ask.call))?.prompts).toEqual([{ ...prompt, state: 'declined' }]);
  });

  it('what staff do with a call is in the audit, once each, and what the visitor said is not', async () => {
    const { store, desk } = await openHere();
    await desk.attend(clerk);
    const ask = asking();
    await desk.take('k1', at(ask));
    await desk.claim(ask.call, clerk);
    await desk.claim(ask.call, clerk);
    const prompt = { id: randomUUID(), content: { kind: 'say', sentence: 'coming-soon' } as const };
    await desk.prompt(ask.call, clerk, prompt);
    await desk.prompt(ask.call, clerk, prompt);
    await desk.prompt(ask.call, clerk, { id: randomUUID(), content: { kind: 'show', page: 'pins:slip' } });
    await desk.release(ask.call, clerk);
    await desk.claim(ask.call, clerk);
    await desk.help(ask.call, clerk);
    const rows = await store.db
      .selectFrom('audit')
      .select(['actor', 'action', 'subject', 'detail'])
      .where('subject', '=', ask.call)
      .orderBy('seq')
      .execute();
    const actions = ['call-claimed', 'sentence-said', 'page-shown', 'call-released', 'call-claimed', 'call-helped'];
    expect(rows).toEqual(actions.map((action) => ({ actor: clerk.id, action, subject: ask.call, detail: '{}' })));
  });

  it('nobody comes: the circle grows at each of the times that the office wants, once', async () => {
    const { store, desk } = await openHere();
    const ask = asking();
    const now = Date.now();
    await takeMessages(store, 'k1', at(ask), now);
    const { escalateAfterMs } = usualRules;
    expect(await passTime(store, escalateAfterMs, now + 59_999)).toEqual([]);
    expect(await passTime(store, escalateAfterMs, now + 60_000)).toEqual([ask.call]);
    expect(await passTime(store, escalateAfterMs, now + 60_000)).toEqual([]);
    expect(await callNow(desk, ask.call)).toMatchObject({ state: 'escalated', level: 1 });
    expect(await passTime(store, escalateAfterMs, now + 400_000)).toEqual([ask.call, ask.call]);
    expect(await callNow(desk, ask.call)).toMatchObject({ state: 'escalated', level: 3 });
  });

  it('a call whose member of staff has gone comes back to the queue', async () => {
    const { store, desk } = await openHere();
    const now = Date.now();
    await arrive(store, 's1', clerk, now);
    const ask = asking();
    await takeMessages(store, 'k1', at(ask), now);
    await claim(store, ask.call, clerk, now);
    await stay(store, [['s1', clerk]], now + 30_000);
    expect(await passTime(store, [], now + lostClaimMs)).toEqual([]);
    expect(await passTime(store, [], now + 30_000 + lostClaimMs)).toEqual([ask.call]);
    expect(await callNow(desk, ask.call)).toMatchObject({ state: 'waiting', claimedBy: null });
  });

  it('a console that nobody renews is forgotten; somebody with two windows is there once', async () => {
    const { store } = await openHere();
    const now = Date.now();
    await arrive(store, 's1', clerk, now);
    await arrive(store, 's2', clerk, now);
    await arrive(store, 's3', otherClerk, now);
    expect((await onDuty(store, now)).map(({ id }) => id)).toEqual([clerk.id, otherClerk.id]);
    await stay(store, [['s3', otherClerk]], now + presenceMs);
    expect((await onDuty(store, now + presenceMs)).map(({ id }) => id)).toEqual([otherClerk.id]);
    await forgetAbsent(store, now + lostClaimMs);
    expect(await store.db.selectFrom('presence').select('stream').execute()).toEqual([{ stream: 's3' }]);
  });

  it('a console that was forgotten while it was open is on duty again when it is next renewed, and that is told', async () => {
    const { store } = await openHere();
    const now = Date.now();
    await arrive(store, 's1', clerk, now);
    await forgetAbsent(store, now + lostClaimMs);
    const before = await newestEvent(store);
    await stay(store, [['s1', clerk]], now + lostClaimMs);
    await stay(store, [['s1', clerk]], now + lostClaimMs);
    expect((await newestEvent(store)) - before).toBe(1);
    expect((await onDuty(store, now + lostClaimMs)).map(({ id }) => id)).toEqual([clerk.id]);
  });

  it('a console that is loaded anew keeps what it has claimed', async () => {
    const { store, desk } = await openHere();
    const now = Date.now();
    await arrive(store, 's1', clerk, now);
    const ask = asking();
    await takeMessages(store, 'k1', at(ask), now);
    await claim(store, ask.call, clerk, now);
    const later = now + lostClaimMs + 5_000;
    await stay(store, [['s1', clerk]], later);
    await depart(store, 's1', later);
    expect(await onDuty(store, later)).toEqual([]);
    expect(await passTime(store, [], later + 2_000)).toEqual([]);
    expect((await callNow(desk, ask.call))?.state).toBe('claimed');
    expect(await passTime(store, [], later + lostClaimMs)).toEqual([ask.call]);
  });

  it('a call of yesterday goes from every screen, and one that arrives a day late never waits', async () => {
    const { store, desk } = await openHere();
    const now = Date.now();
    const yesterday = startOfDay(now) - 1;
    const ask = asking();
    await takeMessages(store, 'k1', at(ask), yesterday);
    expect(await callNow(desk, ask.call)).toBeDefined();
    await deleteOldDays(store, now);
    expect(await callNow(desk, ask.call)).toBeUndefined();
    expect(desk.viewOf('k1').call).toBeNull();
    const late = asking();
    await takeMessages(store, 'k1', at(late, now - yesterday), now);
    expect(await callsById(store, [late.call])).toMatchObject([{ state: 'gone', endedAt: yesterday }]);
  });

  it('what another version has written does not hold up the others', async () => {
    const { store, desk } = await openHere();
    const [strange, known] = [asking(), asking()];
    await desk.take('k1', at(strange));
    await store.db
      .updateTable('call')
      .set({ detail: '{"step":"future:page"}' })
      .where('id', '=', strange.call)
      .execute();
    await desk.take('k2', at(known));
    const opened = await openDesk(
      store,
      () => usualRules,
      (message) => troubles.push(message),
    );
    const { calls } = await opened.queue();
    expect(calls.map(({ id, case: { step } }) => [id, step])).toEqual([
      [strange.call, 'start'],
      [known.call, sampleCase.step],
    ]);
    await opened.close();
  });

  it('when the day has ended nothing of a call is left, and the counts are', async () => {
    const { store, desk } = await openHere();
    const now = Date.now();
    const yesterday = startOfDay(now) - 1;
    await arrive(store, 's1', clerk, yesterday);
    const ask = asking();
    await takeMessages(store, 'k1', [...at(ask), ...at(aVisit())], yesterday);
    await claim(store, ask.call, clerk, yesterday);
    await store.db
      .insertInto('prompt')
      .values({
        id: randomUUID(),
        call: ask.call,
        content: '{"kind":"end"}',
        state: 'sent',
        sent_by: 'c',
        sent_at: yesterday,
      })
      .execute();
    await store.db
      .insertInto('hand_over')
      .values({ code: 'ABCDEFGH', content: '{}', made_at: yesterday, made_by: 'c' })
      .execute();
    const today = asking();
    await desk.take('k2', at(today));
    expect(await deleteOldDays(store, now)).toMatchObject({ calls: 1, prompts: 1, handOvers: 1 });
    expect(await store.db.selectFrom('call').select('id').execute()).toEqual([{ id: today.call }]);
    for (const table of ['prompt', 'hand_over'] as const) {
      expect(await store.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
    expect(
      (await store.db.selectFrom('event').select('at').execute()).every((event) => event.at >= startOfDay(now)),
    ).toBe(true);
    expect((await talliesOf(store, dayBefore(now))).map(({ name }) => name)).toContain('outcome');
    const wholeStore = JSON.stringify(await store.db.selectFrom('delivered').selectAll().execute());
    expect(wholeStore).not.toContain('pins:fails');
    await deleteOldDays(store, now + (talliesKeptDays + 2) * 86_400_000);
    expect(await store.db.selectFrom('tally').selectAll().execute()).toEqual([]);
    expect(await store.db.selectFrom('delivered').selectAll().execute()).toEqual([]);
  });

  it('whoever has read up to a number is told everything after it, in order, without a gap', async () => {
    const { store, desk } = await openHere();
    const from = desk.feed.seq();
    const heard: number[] = [];
    desk.feed.subscribe(({ seq }) => heard.push(seq));
    await Promise.all(Array.from({ length: 50 }, (_, index) => desk.take(`k${index}`, at(asking()))));
    await desk.feed.catchUp();
    expect(heard).toEqual(Array.from({ length: 50 }, (_, index) => from + index + 1));
    const again = await desk.feed.since(from + 10);
    expect(again?.map(({ seq }) => seq)).toEqual(heard.slice(10));
    expect(again?.every(({ call }) => call?.state === 'waiting')).toBe(true);
    expect(await desk.feed.since(desk.feed.seq())).toEqual([]);
    expect(await desk.feed.since(desk.feed.seq() + 1)).toBeNull();
    await store.db
      .deleteFrom('event')
      .where('seq', '<', from + 20)
      .execute();
    expect(await desk.feed.since(from + 10)).toBeNull();
  });

  it('a desk that opens anew finds every call that it had acknowledged', async () => {
    const where = await place();
    const store = await openStore(where);
    const asks = Array.from({ length: 5 }, () => asking());
    for (const [index, ask] of asks.entries()) await takeMessages(store, `k${index}`, at(ask), Date.now());
    await store.close();
    const reopened = await openStore(where);
    const desk = await openDesk(
      reopened,
      () => usualRules,
      (message) => troubles.push(message),
    );
    expect((await desk.queue()).calls.map(({ id }) => id)).toEqual(asks.map(({ call }) => call));
    await desk.close();
    await reopened.close();
  });

  it('the tables are made once, whoever opens first', async () => {
    const where = await place();
    const stores =
      dialect === 'postgresql' ? await Promise.all([openStore(where), openStore(where)]) : [await openStore(where)];
    const names = await Promise.all(stores.map((store) => store.db.selectFrom('event_head').selectAll().execute()));
    expect(names.flat().every(({ id, seq }) => id === 1 && seq === 0)).toBe(true);
    await Promise.all(stores.map((store) => store.close()));
  });

  if (dialect === 'postgresql') {
    it('what one instance takes, the other tells', async () => {
      const where = await place();
      const [here, there] = [await openStore(where), await openStore(where)];
      const one = await openDesk(
        here,
        () => usualRules,
        (message) => troubles.push(message),
      );
      const other = await openDesk(
        there,
        () => usualRules,
        (message) => troubles.push(message),
      );
      const ask = asking();
      const told = new Promise<string | undefined>((resolve) => {
        other.feed.subscribe(({ call }) => resolve(call?.id));
      });
      await one.take('k1', at(ask));
      expect(await told).toBe(ask.call);
      await Promise.all([one.close(), other.close()]);
      await Promise.all([here.close(), there.close()]);
    });
  }

  it('nothing went wrong on the way', () => {
    expect(troubles).toEqual([]);
  });
});

const today = (): string => dayOfMs(Date.now());
const dayBefore = (now: number): string => dayOfMs(startOfDay(now) - 1);
const dayOfMs = (ms: number): string => new Date(ms + 9 * 3_600_000).toISOString().slice(0, 10);
