import { CardShape } from './card-shape';

/**
 * What happens between card and reader: the card comes, is kept there by a hand, has come off by accident, is taken, or is in its
 * owner's hand; or there is no card, or no reader.
 */
export type Pose = 'above' | 'away' | 'empty' | 'held' | 'lifted' | 'noReader' | 'thanks';

/** Reader, card and hand: one picture for the whole visit, so that what changes in it is what happens. */
export function CardAndReader({ pose, label }: { pose: Pose; label: string }) {
  return (
    <svg className="drawing" data-pose={pose} viewBox="0 0 480 400" role="img" aria-label={label}>
      <g className="drawing-reader">
        <path className="drawing-cable" d="M130 150V96c0-20-12-32-32-32H72" />
        <rect className="drawing-device" x="90" y="150" width="300" height="216" rx="28" />
        <path d="M90 338h300" />
        <rect className="drawing-target" x="130" y="181" width="220" height="138" rx="18" />
      </g>
      <path className="drawing-part drawing-plugged" d="M72 64H0" />
      <g className="drawing-part drawing-unplugged">
        <path className="drawing-device" d="M72 46H48v36h24zM48 55H30m18 18H30" />
        <rect className="drawing-device" x="-12" y="40" width="22" height="48" rx="4" />
      </g>
      <g className="drawing-card">
        <path className="drawing-part drawing-hand drawing-palm" d="M-52 420V40h116v380" />
        <CardShape />
        <HandOnCard />
        <path
          className="drawing-part drawing-hand drawing-thumb"
          d="M-52 170c-6-44-4-84 14-120 7-12 25-11 30 2 3 9 0 17-4 26-9 22-12 40-8 62"
        />
      </g>
      <path className="drawing-part drawing-arrow drawing-arrow-down" d="M396 40v70m-28-28 28 28 28-28" />
      <path className="drawing-part drawing-arrow drawing-arrow-up" d="M396 120V50m-28 28 28-28 28 28" />
      <g className="drawing-part drawing-mark">
        <circle className="drawing-warning" cx="400" cy="80" r="40" />
        <path className="drawing-warning-mark" d="M400 58v26m0 18v.1" />
      </g>
    </svg>
  );
}

/** Three fingers and a thumb on the lower edge of the card. */
function HandOnCard() {
  return (
    <g className="drawing-part drawing-hand-on-card">
      <path
        className="drawing-hand"
        d="M-40 420V140c-20-14-34-34-42-58-3-10 2-19 11-22s18 2 22 11l13 30V18c0-11 8-18 18-18s18 7 18 18v46V2c0-11 8-18 18-18S36-9 36 2v62-50c0-11 8-18 18-18s18 7 18 18v54-34c0-11 7-17 16-17s16 7 16 17v62c0 24-8 44-20 58v268"
      />
    </g>
  );
}
