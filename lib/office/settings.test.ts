import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errandList } from '../procedures/errand-list.ts';
import { usualOffice } from '../procedures/office.ts';
import { hoursOn } from '../procedures/open-days.ts';
import { isWorkingDay } from '../procedures/working-days.ts';
import { allowedOf, mistakesIn } from './check.ts';
import { type OwnSettings, settingGroups, settingIds, settings } from './definitions.ts';
import { type PublicOffice, usualPublicOffice } from './public-office.ts';
import { publicOffice } from './publish.ts';
import {
  changed,
  checkSettings,
  differences,
  internalHosts,
  isSettingId,
  ownOf,
  replacing,
  understood,
  undone,
  usualSettings,
} from './settings.ts';
import { readSettingsFile, settingsFile } from './settings-file.ts';
import { stillHolding } from './still-holding.ts';
import { arbitraryOwnSettings } from './testing/arbitrary.ts';

const isInternal = internalHosts([]);
const at = (day: PublicOffice['office']['days']['extra'][number]['day'], minute: number) => ({
  version: 1,
  now: { day, minute },
  queueWait: null,
});
const instant = (local: string): number => Date.parse(`${local}:00+09:00`);
const words = (ja: string) => ({ ja, 'ja-easy': '', en: '' });

describe('the list', () => {
  test('has at least 40 settings, and none outside a group that is shown', () => {
    expect(settingIds.length).toBeGreaterThanOrEqual(40);
    expect(new Set(settingIds.map((id) => settings[id].group))).toEqual(new Set(settingGroups));
  });

  test.each(settingIds)('%s: the usual value is within its bound', (id) => {
    expect(mistakesIn(settings[id].shape, settings[id].usual, id)).toEqual([]);
    expect(allowedOf(settings[id].shape)).not.toBe('');
  });

  test('the usual values go together, and nothing differs from them', () => {
    expect(checkSettings(usualSettings, isInternal)).toEqual({ kind: 'fine', own: {} });
  });

  test('an office that has set nothing is the one that pages know without a server', () => {
    expect(publicOffice({}, { ...at('2026-11-26', 600), version: 0 })).toEqual(usualPublicOffice);
  });
});

describe('a file', () => {
  test('is read as it was written, whatever is set', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryOwnSettings, fc.boolean(), (own, withAll) => {
        expect(readSettingsFile(settingsFile(own, withAll), isInternal)).toEqual({ kind: 'fine', own: ownOf(own) });
      }),
      { numRuns: 200 },
    );
  });

  test('is refused if it is none, of another format, or has more in it', () => {
    const problemOf = (text: string) => {
      const read = readSettingsFile(text, isInternal);
      return read.kind === 'fine' ? null : read.mistakes[0];
    };
    expect(problemOf('')?.problem).toBe('notSettings');
    expect(problemOf('[]')?.problem).toBe('notSettings');
    expect(problemOf('{"format":"kazasu-settings-9","settings":{}}')?.problem).toBe('otherFormat');
    expect(problemOf('{"format":"kazasu-settings-1"}')?.problem).toBe('notObject');
    expect(problemOf('{"format":"kazasu-settings-1","settings":{},"by":"me"}')).toMatchObject({
      path: 'by',
      problem: 'unknownName',
    });
    expect(problemOf('{"format":"kazasu-settings-1","settings":{"__proto__":{"approval":true}}}')).toMatchObject({
      problem: 'unknownName',
    });
  });
});

describe('hostile and mistaken values', () => {
  const notice = {
    from: '2026-11-26T08:30',
    until: '2026-11-27T17:15',
    places: ['start'],
    tone: 'important',
    text: words('停電のため、窓口を閉めています。'),
  };
  test.each([
    ['officeName', words('<script>alert(1)</script>'), 'officeName.ja', 'markup'],
    ['officeName', words('区役所\u0000'), 'officeName.ja', 'controlCharacter'],
    ['officeName', words('区役所\n本庁'), 'officeName.ja', 'controlCharacter'],
    ['officeName', words('\u202e所役区'), 'officeName.ja', 'controlCharacter'],
    ['officeName', words('区\u200b役所'), 'officeName.ja', 'controlCharacter'],
    ['officeName', words('\ud800'), 'officeName.ja', 'controlCharacter'],
    ['officeName', words('あ'.repeat(41)), 'officeName.ja', 'tooLong'],
    ['officeName', { ja: '', 'ja-easy': '', en: 'Ward office' }, 'officeName.ja', 'japaneseMissing'],
    ['officeName', { ja: '区役所', en: '' }, 'officeName.ja-easy', 'missing'],
    ['officeName', { ...words('区役所'), fr: 'Mairie' }, 'officeName.fr', 'unknownName'],
    ['officeName', '区役所', 'officeName', 'notObject'],
    ['officeName', ['区役所'], 'officeName', 'notObject'],
    ['usualWaitMinutes', '30', 'usualWaitMinutes', 'notNumber'],
    ['usualWaitMinutes', Number.NaN, 'usualWaitMinutes', 'notNumber'],
    ['usualWaitMinutes', 1.5, 'usualWaitMinutes', 'notWhole'],
    ['usualWaitMinutes', -1, 'usualWaitMinutes', 'tooSmall'],
    ['usualWaitMinutes', 481, 'usualWaitMinutes', 'tooLarge'],
    ['answerSeconds', 19, 'answerSeconds', 'tooSmall'],
    ['officePhone', '<a href=x>', 'officePhone', 'notPhone'],
    ['officePhone', '03-1234-5678;ext=1', 'officePhone', 'notPhone'],
    ['homeAddress', 'javascript:alert(1)', 'homeAddress', 'notOrigin'],
    ['homeAddress', 'https://user:pass@example.jp', 'homeAddress', 'notOrigin'],
    ['homeAddress', 'https://example.jp/path', 'homeAddress', 'notOrigin'],
    ['queueAddress', 'file:///etc/passwd', 'queueAddress', 'notAddress'],
    ['queueAddress', 'http://169.254.169.254/latest/meta-data', 'queueAddress', 'notInternal'],
    ['queueAddress', 'http://127.0.0.1.example.jp/', 'queueAddress', 'notInternal'],
    ['queueAddress', 'http://user:pass@127.0.0.1/', 'queueAddress', 'notAddress'],
    ['languages', ['en'], 'languages', 'alwaysMissing'],
    ['languages', ['ja', 'fr'], 'languages[1]', 'notOneOf'],
    ['languages', ['ja', 'ja'], 'languages[1]', 'twice'],
    ['languages', 'ja', 'languages', 'notList'],
    ['hiddenErrands', errandList, 'hiddenErrands', 'tooMany'],
    ['closures', [{ from: '2026-12-02', until: '2026-12-01' }], 'closures[0].until', 'order'],
    ['closures', [{ from: '2026-02-30', until: '2026-12-01' }], 'closures[0].from', 'notDay'],
    [
      'closures',
      Array.from({ length: 61 }, () => ({ from: '2026-12-01', until: '2026-12-01' })),
      'closures',
      'tooMany',
    ],
    ['hours', { ...usualSettings.hours, monday: { opens: '9:00', closes: '17:00' } }, 'hours.monday.opens', 'notTime'],
    ['hours', { ...usualSettings.hours, monday: { opens: '17:00', closes: '09:00' } }, 'hours.monday.closes', 'order'],
    ['todayWait', { minutes: 40, until: 'tomorrow' }, 'todayWait.until', 'notMoment'],
    ['approval', 'yes', 'approval', 'notSwitch'],
    ['slipPicture', '../../secret.png', 'slipPicture', 'notOneOf'],
    ['notices', [{ ...notice, text: words('<b>') }], 'notices[0].text.ja', 'markup'],
    ['notices', [{ ...notice, places: ['everywhere'] }], 'notices[0].places[0]', 'notOneOf'],
    ['notices', [{ ...notice, until: notice.from }], 'notices[0].until', 'order'],
    ['notices', [{ ...notice, href: 'https://example.jp' }], 'notices[0].href', 'unknownName'],
    ['officeSecret', true, 'officeSecret', 'unknownName'],
  ])('%s: %j is refused at %s as %s', (id, value, path, problem) => {
    expect(checkSettings({ [id]: value }, isInternal)).toEqual({
      kind: 'wrong',
      mistakes: [expect.objectContaining({ path, problem })],
    });
  });

  test.each([
    [{ firstErrands: ['passport'], hiddenErrands: ['passport'] }, 'firstAndHidden'],
    [{ languages: ['ja', 'ja-easy'], firstLanguage: 'en' }, 'languageNotOffered'],
    [{ escalateFirstSeconds: 200 }, 'escalationOrder'],
    [{ queueSystem: true }, 'queueAddressMissing'],
  ])('%j: what does not go together is refused as %s', (given, problem) => {
    expect(checkSettings(given, isInternal)).toMatchObject({ kind: 'wrong', mistakes: [{ problem }] });
  });

  test('the server asks loopback and the hosts that its operator has named, and no other', () => {
    const named = internalHosts(['queue.ward.internal']);
    expect(named('http://queue.ward.internal:8080/wait')).toBe(true);
    expect(named('http://127.0.0.1:9000/wait')).toBe(true);
    expect(named('http://[::1]/wait')).toBe(true);
    expect(named('http://queue.ward.internal.example.jp/')).toBe(false);
    expect(named('nonsense')).toBe(false);
  });
});

describe('changes', () => {
  const before: OwnSettings = { usualWaitMinutes: 45, approval: true };

  test('what is brought back to the usual is no longer set', () => {
    expect(changed(before, { usualWaitMinutes: null, lastReceptionMinutes: 15 })).toEqual({
      lastReceptionMinutes: 15,
      approval: true,
    });
  });

  test('the difference names each setting once, with the usual value where nothing was set', () => {
    expect(differences(before, { approval: true, letterWorkingDays: 5 })).toEqual([
      { id: 'usualWaitMinutes', before: 45, after: 30 },
      { id: 'letterWorkingDays', before: 3, after: 5 },
    ]);
  });

  test('undoing takes back what that change did, and leaves what came after', () => {
    const after = changed(before, { usualWaitMinutes: 60 });
    const now = changed(after, { letterWorkingDays: 7 });
    expect(changed(now, undone({ before, after }))).toEqual({ ...before, letterWorkingDays: 7 });
  });

  test('undoing the newest change brings back exactly what was before', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryOwnSettings, arbitraryOwnSettings, (one, other) => {
        const [from, to] = [ownOf(one), ownOf(other)];
        expect(changed(to, undone({ before: from, after: to }))).toEqual(from);
      }),
      { numRuns: 100 },
    );
  });

  test('a whole document takes the place of what was set before', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryOwnSettings, arbitraryOwnSettings, (one, other) => {
        expect(changed(one, replacing(other))).toEqual(ownOf(other));
      }),
      { numRuns: 100 },
    );
  });

  test('of a stored document, what this program does not know or allow is as usual', () => {
    expect(understood({ usualWaitMinutes: 45, retiredSetting: 1, letterWorkingDays: 99 })).toEqual({
      usualWaitMinutes: 45,
    });
    expect(understood(null)).toEqual({});
  });

  test('a name that every object has is no setting', () => {
    expect(['constructor', '__proto__', 'toString'].filter(isSettingId)).toEqual([]);
  });
});

describe('what visitors are told', () => {
  test('a wait that was typed in holds until its time, then what the queue system says', () => {
    const own: OwnSettings = { todayWait: { minutes: 90, until: '2026-11-26T12:00' } };
    const queueWait = { minutes: 15, until: instant('2026-11-26T12:10') };
    const told = (minute: number) => {
      const { waitMinutes, waitUntil } = publicOffice(own, { ...at('2026-11-26', minute), queueWait });
      return [waitMinutes, waitUntil];
    };
    expect(told(11 * 60 + 59)).toEqual([90, instant('2026-11-26T12:00')]);
    expect(told(12 * 60)).toEqual([15, queueWait.until]);
  });

  test('a notice is shown from its first minute to the one before its last', () => {
    const notices = [
      {
        from: '2026-11-26T08:30',
        until: '2026-11-26T17:15',
        places: ['start'],
        tone: 'information',
        text: words('本日は18時まで開いています。'),
      },
    ] as const;
    const shown = (minute: number) => publicOffice({ notices }, at('2026-11-26', minute)).notices.length;
    expect([shown(509), shown(510), shown(1_034), shown(1_035)]).toEqual([0, 1, 1, 0]);
  });

  test('an outage ends by itself at the time that was given', () => {
    const own: OwnSettings = { outage: ['national-system'], outageUntil: '2026-11-26T15:00' };
    expect(publicOffice(own, at('2026-11-26', 899)).outage?.systems).toEqual(['national-system']);
    expect(publicOffice(own, at('2026-11-26', 900)).outage).toBeNull();
  });

  test('what was for a time goes with it, also where nobody can be asked again; everything else stays', () => {
    const notice = { from: '2026-11-26T08:30', places: ['start'], tone: 'information' } as const;
    const told = publicOffice(
      {
        officeName: words('中央区役所'),
        todayWait: { minutes: 90, until: '2026-11-26T12:00' },
        outage: ['national-system'],
        outageUntil: '2026-11-26T15:00',
        notices: [
          { ...notice, until: '2026-11-26T17:15', text: words('今日だけ') },
          { ...notice, until: '2026-11-28T24:00', text: words('土曜日まで') },
        ],
      },
      at('2026-11-26', 600),
    );
    const later = (moment: string) => {
      const { name, waitMinutes, outage, notices } = stillHolding(told, instant(moment));
      return [name?.ja, waitMinutes, outage?.systems.length ?? 0, notices.map(({ text }) => text.ja)];
    };
    expect(stillHolding(told, instant('2026-11-26T11:59'))).toEqual(told);
    expect(later('2026-11-26T12:00')).toEqual(['中央区役所', null, 1, ['今日だけ', '土曜日まで']]);
    expect(later('2026-11-26T15:00')).toEqual(['中央区役所', null, 0, ['今日だけ', '土曜日まで']]);
    expect(later('2026-11-26T17:15')).toEqual(['中央区役所', null, 0, ['土曜日まで']]);
    expect(later('2026-11-29T00:00')).toEqual(['中央区役所', null, 0, []]);
  });

  test('an outage whose end nobody knows is not told on the next day, unless the server says it again', () => {
    const told = publicOffice({ outage: ['national-system'] }, at('2026-11-26', 600));
    const isDown = (moment: string) => stillHolding(told, instant(moment)).outage !== null;
    expect([isDown('2026-11-26T23:59'), isDown('2026-11-27T00:00')]).toEqual([true, false]);
    expect(publicOffice({ outage: ['national-system'] }, at('2026-11-27', 0)).outage).not.toBeNull();
  });

  test('the screen gives the time to answer that was set', () => {
    const { idle } = publicOffice({ asksAfterSeconds: 60, answerSeconds: 45 }, at('2026-11-26', 600));
    expect(idle).toMatchObject({ asksAfter: 60_000, reportAsksAfter: 30_000, answer: 45_000 });
  });

  test('the usual office is open on working days and on no other', () => {
    const days = ['2026-11-26', '2026-11-28', '2026-11-23', '2026-12-29', '2027-01-04'] as const;
    expect(days.map((day) => hoursOn(usualOffice, day) !== null)).toEqual(days.map(isWorkingDay));
  });

  test('a day that is said to be open is, also on a holiday and in a period that is closed', () => {
    const { office } = publicOffice(
      {
        closures: [{ from: '2026-11-21', until: '2026-11-25' }],
        extraOpenDays: [{ day: '2026-11-23', opens: '09:00', closes: '12:00' }],
      },
      at('2026-11-20', 600),
    );
    expect(hoursOn(office, '2026-11-23')).toMatchObject({ opens: 540, closes: 720 });
    expect(hoursOn(office, '2026-11-25')).toBeNull();
    expect(hoursOn(office, '2026-11-26')).toEqual({ opens: 510, closes: 1_035 });
  });
});
