/** The card as it is drawn everywhere: generic, 200 × 126, its middle at the origin. */
export function CardShape() {
  return (
    <g>
      <rect className="drawing-card-face" x="-100" y="-63" width="200" height="126" rx="12" />
      <CardPhoto />
      <path d="M0-36h78M0-10h60M0 16h40" />
      <rect className="drawing-card-detail" x="54" y="10" width="28" height="24" rx="4" />
    </g>
  );
}

/** The photo on a card, at its left. */
export function CardPhoto() {
  return (
    <>
      <rect className="drawing-card-detail" x="-82" y="-42" width="58" height="74" rx="4" />
      <circle cx="-53" cy="-16" r="12" />
      <path d="M-74 32v-4c0-14 9-22 21-22s21 8 21 22v4" />
    </>
  );
}
