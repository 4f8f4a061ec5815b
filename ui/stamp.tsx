/**
 * The stamp on a slip: when an attempt was handed in. `date` and `time` as they should read: '5 Oct 2026', '12:31';
 * `label` says the same to who cannot see it. Its place and size are the page's (`className`).
 */
export function Stamp({
  date,
  time,
  label,
  className,
}: {
  date: string;
  time: string;
  label: string;
  className?: string;
}) {
  return (
    <svg className={className} viewBox="0 0 220 220" role="img" aria-label={label}>
      <defs>
        <path id="stamp-top" d="M110 110m-84 0a84 84 0 1 1 168 0a84 84 0 1 1 -168 0" />
        <path id="stamp-foot" d="M110 110m-93 0a93 93 0 0 0 186 0" />
        {/* Ink never takes evenly: edges tremble a little, and a few grains stay dry. */}
        <filter id="stamp-ink" x="-5%" y="-5%" width="110%" height="110%">
          <feTurbulence type="fractalNoise" baseFrequency=".045" numOctaves="2" seed="7" result="tremor" />
          <feDisplacementMap in="SourceGraphic" in2="tremor" scale="2.2" result="line" />
          <feTurbulence type="fractalNoise" baseFrequency=".5" numOctaves="2" seed="3" result="grain" />
          <feColorMatrix in="grain" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 -3.2 2.35" result="dry" />
          <feComposite in="line" in2="dry" operator="in" />
        </filter>
      </defs>
      <g filter="url(#stamp-ink)" fill="none" stroke="currentColor">
        <circle cx="110" cy="110" r="106" strokeWidth="3.2" />
        <circle cx="110" cy="110" r="101" strokeWidth="1" />
        <circle cx="110" cy="110" r="74" strokeWidth="1.6" />
        <path d="M40 90H180M40 132H180" strokeWidth="1.6" />
        <g
          fill="currentColor"
          stroke="none"
          textAnchor="middle"
          style={{ fontFamily: "var(--serif)", fontWeight: 600 }}
        >
          <text fontSize="18" letterSpacing="4.2">
            <textPath href="#stamp-top" startOffset="25%">
              ANNALS
            </textPath>
          </text>
          <text fontSize="15" letterSpacing="2.4">
            <textPath href="#stamp-foot" startOffset="50%">
              READING ROOM
            </textPath>
          </text>
          <text x="110" y="74" fontSize="14" letterSpacing="1">
            handed in
          </text>
          <text x="110" y="119" fontSize={date.length > 11 ? 20 : 23} letterSpacing=".5">
            {date}
          </text>
          <text x="110" y="157" fontSize="16" letterSpacing="1">
            {time}
          </text>
        </g>
      </g>
    </svg>
  );
}
