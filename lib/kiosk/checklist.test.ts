import { expect, test } from 'vitest';
import { checklist, isTooSmall } from './checklist.ts';

test('the numbers are those of the panel and of its height', () => {
  const standing = new Map(checklist({ diagonal: 21.5, width: 1080, height: 1920, lowerEdge: 800 }));
  expect(standing.get('size')).toBe('268 × 476 mm (≥ 139 × 160)');
  expect(standing.get('pixel')).toBe('0.248 mm');
  expect(standing.get('targets')).toBe('≥ 20 mm = 81 px');
  expect(standing.get('reach')).toBe('800–1100 mm (0–1210 px)');
  const low = new Map(checklist({ diagonal: 15.6, width: 1920, height: 1080, lowerEdge: 300 }));
  expect(low.get('targets')).toBe('≥ 20 mm = 112 px');
  expect(low.get('reach')).toBe('400–494 mm (556–1080 px)');
});

test('a panel that hangs too high has nothing within reach', () => {
  expect(new Map(checklist({ diagonal: 32, width: 1920, height: 1080, lowerEdge: 1200 })).get('reach')).toBe('–');
});

test('a lying panel of 10.1 inches is too small for a kiosk, one of 12.1 is not', () => {
  expect(isTooSmall({ diagonal: 10.1, width: 1280, height: 800, lowerEdge: 720 })).toBe(true);
  expect(isTooSmall({ diagonal: 12.1, width: 1280, height: 800, lowerEdge: 720 })).toBe(false);
});
