import { beforeEach, describe, expect, it } from 'vitest';
import { endVisit } from '../visit-end.ts';
import { closeQuestion, getGuide, goOn } from './guide-store.ts';

beforeEach(endVisit);

describe('a question that was to be asked again', () => {
  const reopen = (fact: 'phone' | 'pc'): void => goOn({ ...getGuide(), reopened: { kind: 'one', fact } });

  it('is not asked once it was answered elsewhere', () => {
    reopen('phone');
    closeQuestion('phone');
    expect(getGuide().reopened).toBeNull();
  });

  it('is asked as long as only another one was answered', () => {
    reopen('pc');
    closeQuestion('phone');
    expect(getGuide().reopened).toEqual({ kind: 'one', fact: 'pc' });
  });
});
