"use client";

import { useActionState } from "react";
import { Confirm } from "@/ui/confirm";
import { SignInSlips } from "../sign-in-slips";
import { makeSlips } from "./actions";

/** Makes slips anew for those who have not chosen a password yet, and shows them once. */
export function NewSlips({ classId, learners }: { classId: string; learners: number }) {
  const [slips, send] = useActionState(makeSlips, null);
  if (slips) return <SignInSlips slips={slips} />;
  const who = `${learners} ${learners === 1 ? "learner has" : "learners have"}`;
  return (
    <section className="section" aria-labelledby="slips">
      <h2 id="slips">Sign-in slips</h2>
      <form action={send} className="actionform">
        <input type="hidden" name="class" value={classId} />
        <p className="ui">
          {learners === 0
            ? "Everyone in this class has a password of their own. Whoever forgets it gets a new one under “Help” in the list of learners."
            : `${who} not chosen a password yet. New slips can be printed for them; slips handed out before open nothing any more.`}
        </p>
        <div className="do">
          {learners > 0 && (
            <Confirm label="Make new slips" title="Make new slips?" yes="Make them" className="btn go">
              <p>{who} not chosen a password yet. The slips they have now open nothing any more.</p>
            </Confirm>
          )}
          <a className="btn" href={`/classes/${classId}/people`}>
            Back
          </a>
        </div>
      </form>
    </section>
  );
}
