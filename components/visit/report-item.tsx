'use client';

import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LateTurner } from './late-turner';

interface ReportItemProps {
  lamp: ReactNode;
  name: ReactNode;
  /** As it is printed on slips, screens and forms, always in Japanese. */
  official: ReactNode;
  value: ReactNode;
  /** The label of the button, and what it says to somebody who does not see what it belongs to. */
  detailsLabel: ReactNode;
  detailsName: string;
  closeLabel: ReactNode;
  details: ReactNode;
}

/** One line of the report. The whole of it can be touched for its details. */
export function ReportItem({
  lamp,
  name,
  official,
  value,
  detailsLabel,
  detailsName,
  closeLabel,
  details,
}: ReportItemProps) {
  const [isOpen, setIsOpen] = useState(false);
  const titleId = useId();
  return (
    <li className="report-item">
      <div className="report-item-lamp">{lamp}</div>
      <div className="report-item-names">
        <h3>{name}</h3>
        <p lang="ja" className="report-item-official">
          {official}
        </p>
      </div>
      <div className="report-item-value">{value}</div>
      <button
        type="button"
        aria-label={detailsName}
        aria-haspopup="dialog"
        className="report-item-details"
        onClick={() => setIsOpen(true)}
      >
        {detailsLabel}
        <svg viewBox="0 0 12 20" aria-hidden="true" focusable="false">
          <path d="m2 2 8 8-8 8" fill="none" stroke="currentColor" strokeWidth="3" />
        </svg>
      </button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} aria-labelledby={titleId}>
        <h2 id={titleId} className="dialog-title">
          {name}
        </h2>
        {details}
        <LateTurner />
        <Button variant="primary" className="dialog-close" onClick={() => setIsOpen(false)}>
          {closeLabel}
        </Button>
      </Dialog>
    </li>
  );
}
