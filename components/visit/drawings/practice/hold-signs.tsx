import { EntryBoxes } from '../pins/entry-boxes';
import { CheckSign, CrossSign } from '../shapes';

/** `none`: nothing yet; `found`: waves; `ring`: how far it is; `pin`: four digits are asked for; `check`; `cross`. */
export type HoldSign = 'none' | 'found' | 'ring' | 'pin' | 'check' | 'cross';

interface HoldSignsProps {
  x: number;
  y: number;
  boxWidth: number;
  share: number;
}

/** All of them in one place, of which `[data-sign]` shows one. */
export function HoldSigns({ x, y, boxWidth, share }: HoldSignsProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path
        className="drawing-part drawing-check hold-found"
        d="M-30-16a26 26 0 0 1 0 32M-8-30a48 48 0 0 1 0 60M14-44a70 70 0 0 1 0 88"
      />
      <g className="drawing-part hold-ring">
        <circle className="drawing-device" r="48" />
        <circle className="hold-track" r="31" />
        <circle
          className="hold-arc"
          r="31"
          pathLength="100"
          transform="rotate(-90)"
          strokeDasharray="100"
          strokeDashoffset={100 - 100 * share}
        />
      </g>
      <g className="drawing-part hold-pin">
        <EntryBoxes x={0} y={0} signs="●●●●" width={boxWidth} gap={4} />
      </g>
      <g className="drawing-part hold-check">
        <CheckSign x={0} y={0} />
      </g>
      <g className="drawing-part hold-cross">
        <CrossSign x={0} y={0} />
      </g>
    </g>
  );
}
