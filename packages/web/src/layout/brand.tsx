/** A shelf that is filled again. */
export function Brand() {
  return (
    <div className="brand">
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <rect x="1" y="1" width="30" height="30" rx="7" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M7 17h18v8H7z" fill="#fc731c" />
        <path d="M7 9h18" stroke="currentColor" strokeWidth="2.5" strokeDasharray="3.4 2.6" />
      </svg>
      <span>Refill</span>
    </div>
  );
}
