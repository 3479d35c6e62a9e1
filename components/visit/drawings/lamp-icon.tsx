import type { ReactNode } from 'react';

/** What a lamp is about. */
export type LampIconName = 'errand' | 'device' | 'pins' | 'card' | 'certificates';

const icons: Readonly<Record<LampIconName, ReactNode>> = {
  errand: <path d="M7 3.5h12l6 6v19H7zM19 3.5v6h6M11.5 16h9M11.5 21.5h9" />,
  device: (
    <>
      <rect x="8.5" y="2.5" width="15" height="27" rx="3.5" />
      <path d="M14 25h4" />
    </>
  ),
  pins: (
    <>
      <rect x="2.5" y="9" width="27" height="14" rx="3" />
      <path d="M8 16v.01M13.3 16v.01M18.7 16v.01M24 16v.01" />
    </>
  ),
  card: (
    <>
      <rect x="2.5" y="6.5" width="27" height="19" rx="3" />
      <rect x="7" y="11.5" width="7" height="9" rx="1" />
      <path d="M18.5 12.5h6.5M18.5 17.5h4" />
    </>
  ),
  certificates: (
    <>
      <path d="m10.5 18.5-2.5 11 8-4 8 4-2.5-11" />
      <circle cx="16" cy="11.5" r="9" />
      <path d="m12 11.5 3 3 5-5" />
    </>
  ),
};

/** Goes beside the words that name a lamp, so it says nothing itself. */
export function LampIcon({ name }: { name: LampIconName }) {
  return (
    <svg
      className="lamp-icon"
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {icons[name]}
    </svg>
  );
}
