import { LaptopShape, PhoneShape, Place } from '../shapes';
import { Glyph } from './entry-boxes';
import { WarningTriangle } from './pin-shapes';

function ErrorOn({ x, y, scale = 1 }: { x: number; y: number; scale?: number }) {
  return (
    <>
      <WarningTriangle x={x} y={y} scale={scale} />
      <Glyph x={x - 40} y={y + 76 * scale} sign="A" />
      <path d={`M${x - 22} ${y + 76 * scale}h10`} />
      {[4, 22, 40].map((offset) => (
        <Glyph key={offset} x={x + offset} y={y + 76 * scale} sign="0" />
      ))}
    </>
  );
}

/** A sign, and under it a code; noughts, as none is meant. */
export function ErrorScreens() {
  return (
    <>
      <Place x={186} y={164}>
        <LaptopShape />
      </Place>
      <ErrorOn x={166} y={128} />
      <Place x={386} y={222} scale={1.1}>
        <PhoneShape />
      </Place>
      <ErrorOn x={386} y={200} />
    </>
  );
}
