import qrcode from "qrcode-generator";

/** Light around it, without which a telephone does not find it: four modules wide. */
const quiet = 4;

/**
 * An address that a telephone reads from paper, drawn on the server. Whoever cannot see it hears `label`; the address stands
 * beside it in signs as well.
 */
export function QrCode({ address, label }: { address: string; label: string }) {
  // As small as the address lets it be; a seventh of it may be dirty or torn.
  const code = qrcode(0, "M");
  code.addData(address);
  code.make();
  const size = code.getModuleCount();
  const places = Array.from({ length: size }, (_, at) => at);
  const path = places.flatMap((row) =>
    places.filter((column) => code.isDark(row, column)).map((column) => `M${column + quiet} ${row + quiet}h1v1h-1z`),
  );
  const side = size + 2 * quiet;
  return (
    <svg
      class="rechtspoor-qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={path.join("")} />
    </svg>
  );
}
