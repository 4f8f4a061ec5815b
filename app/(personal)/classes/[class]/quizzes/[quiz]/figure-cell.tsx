import type { Figure } from "@/assessment/analysis";
import { IntervalMark } from "@/ui/chart/small";
import { figureText, intervalText, type Form } from "./figures";
import styles from "./analysis.module.css";

/** A figure with its interval, drawn and in numbers; where there is none, why. */
export function FigureCell({ figure, form }: { figure: Figure; form: Form }) {
  const { value, interval, sentence, warning } = figure;
  if (value === null)
    return (
      <td className={styles.figure}>
        <b aria-hidden="true">–</b>
        <small>{sentence}</small>
      </td>
    );
  return (
    <td className={styles.figure}>
      <b>
        {figureText(value, form.digits)}
        {warning !== null && (
          <>
            <span aria-hidden="true"> *</span>
            <span className="vh"> too few to be sure</span>
          </>
        )}
      </b>
      {interval && form.scale && (
        <IntervalMark value={value} low={interval.low} high={interval.high} from={form.scale[0]} to={form.scale[1]} />
      )}
      {interval && <small>{intervalText(interval, form.digits)}</small>}
    </td>
  );
}

/** Each figure in a sentence, with its interval's method and its warning: for who opens it. */
export function InWords<Name extends string>({
  figures,
  forms,
}: {
  figures: Record<Name, Figure>;
  forms: Record<Name, Form>;
}) {
  return (
    <dl className={styles.words}>
      {(Object.keys(forms) as Name[]).map((name) => {
        const { value, interval, sentence, warning } = figures[name];
        const { title, digits } = forms[name];
        return (
          <div key={name}>
            <dt>
              {title} {value !== null && <b>{figureText(value, digits)}</b>}
            </dt>
            <dd>
              {sentence}{" "}
              {interval && (
                <span className={styles.method}>
                  95 per cent interval {intervalText(interval, digits)} ({interval.method}).{" "}
                </span>
              )}
              {warning !== null && <span className={styles.warning}>{warning}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
