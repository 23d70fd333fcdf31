import qrcode from "qrcode-generator";

/** Black on white also in the dark: it is printed, and read by cameras. */
export function LabelCode({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const path: string[] = [];
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) path.push(`M${column + 2} ${row + 2}h1v1h-1z`);
  const size = count + 4;
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} className="label-code">
      <path d={path.join("")} />
    </svg>
  );
}
