import { describe, expect, it } from 'vitest';
import { opened, type PhonePage, type PhoneWay, wayBack } from './pages.ts';

const start: PhoneWay = { pages: ['check'], trouble: 0 };
const way = (...pages: readonly PhonePage[]): PhoneWay => pages.reduce(opened, start);

describe('the pages of the check', () => {
  it('are left one by one, down to the first', () => {
    expect(wayBack(way('contact', 'settings'))).toEqual(way('contact'));
    expect(wayBack(way('contact'))).toEqual(start);
    expect(wayBack(start)).toBeNull();
  });

  it('begin anew with the answer: nothing is before it', () => {
    expect(way('contact', 'trouble', 'check').pages).toEqual(['check']);
  });

  it('are on the way once only', () => {
    expect(way('contact', 'settings', 'contact').pages).toEqual(['check', 'settings', 'contact']);
  });
});

describe('what to try', () => {
  const fifth: PhoneWay = { pages: ['check', 'trouble'], trouble: 4 };

  it('goes on where it was left for a page that was opened from it', () => {
    for (const page of ['contact', 'settings'] as const) expect(wayBack(opened(fifth, page))).toEqual(fifth);
  });

  it('goes on where it was left when the page that was opened from it leads back to it', () => {
    expect(opened(opened(fifth, 'contact'), 'trouble')).toEqual(fifth);
    expect(opened(opened(opened(fifth, 'contact'), 'settings'), 'trouble')).toEqual(fifth);
  });

  it('begins anew when it is opened from elsewhere', () => {
    expect(opened(opened(fifth, 'check'), 'trouble')).toEqual({ pages: ['check', 'trouble'], trouble: 0 });
    expect(opened({ pages: ['check', 'contact'], trouble: 4 }, 'trouble').trouble).toBe(0);
  });

  it('is undone one by one', () => {
    expect(wayBack(fifth)).toEqual({ ...fifth, trouble: 3 });
    expect(wayBack({ ...fifth, trouble: 0 })).toEqual(start);
  });
});
