/**
 * A QR code, black on white whatever the page's colours are: cameras want it so. `code`: the dark squares as a path, of
 * one unit each, in a square of `size` units, margin included.
 */
export function Qr({
  code,
  label,
  className,
}: {
  code: { size: number; path: string };
  /** What it leads to; empty where the address stands beside it. */
  label: string;
  className?: string;
}) {
  return (
    <svg
      viewBox={`0 0 ${code.size} ${code.size}`}
      className={className}
      shapeRendering="crispEdges"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <path fill="#fff" d={`M0 0h${code.size}v${code.size}H0z`} />
      <path fill="#000" d={code.path} />
    </svg>
  );
}
