import { When } from "@/ui/when";

/** Of an attempt that is over and not handed in yet: the server takes for a while what was sent before the end. */
export function TimeOver({ endsAt, timeZone }: { endsAt: Date; timeZone: string }) {
  return (
    <>
      Its time ended <When at={endsAt} timeZone={timeZone} />; what stands is handed in.
    </>
  );
}
