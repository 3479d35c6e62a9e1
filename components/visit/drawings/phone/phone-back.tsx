import { type SearchPlace, searchPlaces } from '@/lib/phone/contact';
import type { AntennaSpot } from '@/lib/phone/model';
import { CardShape } from '../card-shape';
import { Place } from '../shapes';
import { Waves } from './phone-shapes';

/** Two units are a millimetre: a phone of 71 × 147 mm, and a card of 85.6 × 54 mm. */
const phone = { width: 142, height: 294 };
const cardScale = 0.856;

/** Where the middle of the card belongs, seen from behind, from the phone's corner at the left above. */
const spots: Readonly<Record<AntennaSpot, readonly [x: number, y: number]>> = {
  top: [71, 2],
  'upper-middle': [71, 108],
  'middle-line': [71, 147],
  left: [42, 132],
  'left-edge': [18, 108],
  fingerprint: [71, 114],
  middle: [71, 147],
  'right-of-camera': [90, 41],
  'around-camera': [71, 70],
};

/** The middles of the quarters, as `[data-place]` in phone-drawings.css. */
const heights: Readonly<Record<SearchPlace, number>> = { top: 97, upper: 170, middle: 244, lower: 317 };

interface PhoneBackProps {
  /** Where this phone finds the card; `null` if that is not known and has to be searched for. */
  spot: AntennaSpot | null;
  label: string;
  isSearching?: boolean;
  /** Where the search is. */
  place?: SearchPlace;
}

/** The back of a phone, and how the card lies on it. */
export function PhoneBack({ spot, label, isSearching = false, place = 'top' }: PhoneBackProps) {
  const isKnown = spot !== null;
  return (
    <svg
      className="drawing"
      data-place={isKnown ? undefined : place}
      viewBox="0 0 480 400"
      role="img"
      aria-label={label}
    >
      {isKnown ? <SpotThenCard spot={spot} /> : <Search place={place} isSearching={isSearching} />}
    </svg>
  );
}

/** At the left the place on the phone, at the right the card on it. */
function SpotThenCard({ spot }: { spot: AntennaSpot }) {
  const [x, y] = spots[spot];
  return (
    <>
      <g transform="translate(24 78)">
        <Back spot={spot} />
        <SpotOnBack spot={spot} />
      </g>
      <path className="drawing-arrow" d="M180 322h38m-18-18 18 18-18 18" />
      <g transform="translate(298 78)">
        <Back spot={spot} />
        <Place x={x} y={y} scale={cardScale}>
          <CardShape />
        </Place>
        <Mark x={x} y={y} />
        {spot === 'middle-line' && (
          <path className="drawing-arrow" d="M71 80V36m-18 18 18-18 18 18M71 214v44m-18-18 18 18 18-18" />
        )}
      </g>
    </>
  );
}

/** What can be seen on the phone is ringed, what cannot has the mark. */
function SpotOnBack({ spot }: { spot: AntennaSpot }) {
  const [x, y] = spots[spot];
  switch (spot) {
    case 'around-camera':
      return (
        <>
          <circle className="drawing-accent" cx={x} cy={y} r="42" />
          <circle className="drawing-accent" cx={x} cy={y} r="58" />
        </>
      );
    case 'fingerprint':
      return (
        <>
          <circle className="drawing-accent" cx={x} cy={y} r="36" />
          <circle className="drawing-accent" cx={x} cy={y} r="50" />
        </>
      );
    default:
      return (
        <>
          {spot === 'middle-line' && <path className="drawing-target" d="M71 30v234" />}
          <circle className="drawing-accent" cx={x} cy={y} r="33" />
          <Mark x={x} y={y} />
        </>
      );
  }
}

/** The same on the phone and on the card: what has to meet. */
function Mark({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className="drawing-device drawing-accent" r="17" />
      <circle className="drawing-marked-day" r="5" />
    </g>
  );
}

/** No maker's: two lenses, the power button, and what the spot is named after. */
function Back({ spot }: { spot: AntennaSpot | null }) {
  return (
    <>
      <rect className="drawing-card-face" x="-7" y="84" width="14" height="48" rx="5" />
      <rect className="drawing-device" width={phone.width} height={phone.height} rx="24" />
      <g transform={spot === 'around-camera' ? 'translate(45 29)' : undefined}>
        <rect className="drawing-screen" x="10" y="12" width="32" height="58" rx="16" />
        <circle cx="26" cy="29" r="7" />
        <circle cx="26" cy="53" r="7" />
      </g>
      {spot === 'fingerprint' && (
        <g transform="translate(71 114)">
          <circle className="drawing-card-face" r="24" />
          <path d="M-11 10V1a11 11 0 0 1 22 0v9M0 1v10" />
        </g>
      )}
    </>
  );
}

function Search({ place, isSearching }: { place: SearchPlace; isSearching: boolean }) {
  return (
    <>
      <g transform="translate(129 60)">
        <Back spot={null} />
      </g>
      <path className="drawing-arrow" d="M436 97v284m-24-24 24 24 24-24" />
      {searchPlaces.map((each) => (
        <circle
          key={each}
          className={isSearching && each === place ? 'drawing-marked-day' : 'drawing-device drawing-accent'}
          cx="436"
          cy={heights[each]}
          r="13"
        />
      ))}
      <g className="drawing-card">
        <Place x={0} y={0} scale={cardScale}>
          <CardShape />
        </Place>
        {isSearching && (
          <g key={place} className="drawing-search">
            <Waves x={104} y={0} />
            <Waves x={-104} y={0} turn={180} />
          </g>
        )}
      </g>
    </>
  );
}
