/** On-screen keys; a keyboard or a scanner that is plugged in types as well (see main.tsx). */
export function Keys(props: { rows: string[]; className: string; onKey: (sign: string) => void }) {
  return (
    <div className={props.className}>
      {props.rows.map((row) => (
        <div key={row} className="keys-row">
          {[...row].map((sign) => (
            <button key={sign} type="button" onClick={() => props.onKey(sign)} data-testid={`key-${sign}`}>
              {sign}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
