import { Notice } from "@/ui/notice";

/** Beside an address that works on the server's own machine alone: how to come by one that can be handed out. */
export function OnlyHere({ then = "and the code’s link and picture lead there" }: { then?: string }) {
  return (
    <Notice>
      <p>
        <b>This address works on this computer alone.</b> Open Annals by the address that your learners use, {then}.
      </p>
    </Notice>
  );
}
