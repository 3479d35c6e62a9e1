import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateReport, parseValidity, renewableFrom, tokyoDay } from './certificate.ts';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** DER with the shortest length, or with two length bytes where a real certificate has them. */
const der = (tag: number, content: Uint8Array, wide = false) => {
  const { length } = content;
  if (wide) return join(Uint8Array.of(tag, 0x82, length >> 8, length & 0xff), content);
  if (length < 0x80) return join(Uint8Array.of(tag, length), content);
  return join(Uint8Array.of(tag, 0x81, length), content);
};

interface Parts {
  version?: Uint8Array;
  serial?: Uint8Array;
  issuer?: Uint8Array;
  from?: Uint8Array;
  to?: Uint8Array;
  afterTimes?: Uint8Array;
}
const utc = (text: string) => der(0x17, ascii(text));
const generalized = (text: string) => der(0x18, ascii(text));

const certificate = ({
  version = Uint8Array.of(0xa0, 3, 2, 1, 2),
  serial = Uint8Array.of(1, 2, 3, 4),
  issuer = new Uint8Array(130),
  from = utc('230517000000Z'),
  to = utc('280517145959Z'),
  afterTimes = new Uint8Array(),
}: Parts = {}) => {
  const algorithm = der(0x30, new Uint8Array(13));
  const validity = der(0x30, join(from, to, afterTimes));
  const rest = new Uint8Array(1200);
  const body = der(0x30, join(version, der(0x02, serial), algorithm, der(0x30, issuer), validity, rest), true);
  return der(0x30, join(body, new Uint8Array(276)), true);
};

const head = (parts?: Parts) => certificate(parts).subarray(0, 224);
const notAfter = (parts?: Parts) => {
  const validity = parseValidity(head(parts));
  return validity === null ? null : new Date(validity.notAfter).toISOString();
};

describe('the end of a certificate', () => {
  test('is found in the first 224 bytes with the serial numbers that exist and the longest that may', () => {
    expect(notAfter()).toBe('2028-05-17T14:59:59.000Z');
    expect(notAfter({ serial: new Uint8Array(21).fill(1) })).toBe('2028-05-17T14:59:59.000Z');
  });

  test('is not looked for by its byte pattern: one inside the issuer is passed over', () => {
    const issuer = join(utc('990101000000Z'), utc('990102000000Z'), new Uint8Array(90));
    expect(notAfter({ issuer })).toBe('2028-05-17T14:59:59.000Z');
  });

  test('may be a GeneralizedTime, as from 2050 on', () => {
    expect(notAfter({ to: generalized('20510517145959Z') })).toBe('2051-05-17T14:59:59.000Z');
  });

  test('has years 50 to 99 in the last century', () => {
    expect(notAfter({ from: utc('500101000000Z'), to: utc('991231145959Z') })).toBe('1999-12-31T14:59:59.000Z');
  });

  const malformed: Record<string, Parts> = {
    'a day that does not exist': { to: utc('280230145959Z') },
    'hour 24': { to: utc('280517240000Z') },
    'second 60': { to: utc('280517145960Z') },
    'no seconds': { to: utc('2805171459Z') },
    'a time zone': { to: utc('280517235959+0900') },
    'fractions of a second': { to: generalized('20510517145959.5Z') },
    'a letter O for a zero': { to: utc('28O517145959Z') },
    'a long year in a UTCTime': { to: utc('20280517145959Z') },
    'an end before the beginning': { from: utc('280518000000Z') },
    'no end at all': { to: generalized('99991231235959Z') },
    'another type than a time': { to: der(0x0c, ascii('280517145959Z')) },
    'more than two times': { afterTimes: utc('290517145959Z') },
    'no serial number': { serial: new Uint8Array() },
    'a serial number of 22 bytes': { serial: new Uint8Array(22) },
    'version 1': { version: new Uint8Array() },
    'version 2': { version: Uint8Array.of(0xa0, 3, 2, 1, 1) },
    'an issuer that leaves no room for the dates': { issuer: new Uint8Array(200) },
  };
  test.each(Object.entries(malformed))('with %s is not read', (_, parts) => {
    expect(parseValidity(head(parts))).toBeNull();
  });

  test('is not read from fewer bytes than reach it', () => {
    const whole = certificate();
    const shortest = Array.from({ length: 225 }, (_, length) => length).find(
      (length) => parseValidity(whole.subarray(0, length)) !== null,
    );
    // 4 + 4 headers, 5 version, 6 serial number, 15 algorithm, 133 issuer, 2 + 30 validity
    expect(shortest).toBe(199);
  });

  test('is not read when a length is longer than it needs to be, indefinite, or reaches outside', () => {
    const long = head();
    long[1] = 0x83;
    expect(parseValidity(long)).toBeNull();
    const indefinite = head();
    indefinite[5] = 0x80;
    expect(parseValidity(indefinite)).toBeNull();
    const outside = head();
    outside[6] = 0xff;
    expect(parseValidity(outside)).toBeNull();
  });

  test('is never a wrong day, whatever bytes come: 20,000 mutations', () => {
    const original = head();
    const good = parseValidity(original);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(223), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(224),
        (changes, length) => {
          const bytes = Uint8Array.from(original);
          for (const [at, value] of changes) bytes[at] = value;
          const read = parseValidity(bytes.subarray(0, length));
          if (read === null) return true;
          // Only bytes of the two times can move the dates; the walk must not have landed anywhere else.
          const timesUntouched = changes.every(([at]) => at < 167 || at > 198);
          const digits = String.fromCharCode(...bytes.subarray(186, 198));
          return timesUntouched
            ? read.notAfter === good?.notAfter
            : new Date(read.notAfter).toISOString().replace(/\D/g, '').slice(2, 14) === digits;
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

describe('a day in Japan', () => {
  test('is the day of the Japanese clock, not of the machine', () => {
    expect(tokyoDay(Date.parse('2028-05-17T14:59:59Z'))).toBe('2028-05-17');
    expect(tokyoDay(Date.parse('2028-05-17T15:00:00Z'))).toBe('2028-05-18');
  });
});

test('a certificate that has not begun by the clock of the machine says that the clock is wrong, not that all is well', () => {
  const validity = { notBefore: Date.parse('2025-05-17T00:00:00Z'), notAfter: Date.parse('2030-05-17T14:59:59Z') };
  expect(certificateReport(validity, new Date(0))).toEqual({ state: 'unreadable', notAfter: null });
});

describe('renewal', () => {
  test.each([
    ['2028-05-17', '2028-02-17'],
    ['2028-05-31', '2028-02-29'],
    ['2027-05-31', '2027-02-28'],
    ['2028-01-15', '2027-10-15'],
    ['2028-03-31', '2027-12-31'],
    ['2028-07-31', '2028-04-30'],
    ['2028-12-31', '2028-09-30'],
  ])('of a certificate that ends on %s is possible from %s', (end, from) => {
    expect(renewableFrom(end)).toBe(from);
  });

  const validity = { notBefore: 0, notAfter: Date.parse('2028-05-17T14:59:59Z') };
  test.each([
    ['2028-02-16T14:59:59Z', 'valid'],
    ['2028-02-16T15:00:00Z', 'renewable'],
    ['2028-05-17T14:59:59Z', 'renewable'],
    ['2028-05-17T15:00:00Z', 'expired'],
  ])('at %s the state is %s', (now, state) => {
    expect(certificateReport(validity, new Date(now))).toEqual({ state, notAfter: '2028-05-17' });
  });
});
