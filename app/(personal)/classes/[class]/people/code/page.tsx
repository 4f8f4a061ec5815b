import type { Metadata } from "next";
import { headers } from "next/headers";
import { found, requireViewer } from "@/auth";
import { qrCode } from "@/interchange/sign-in-slips";
import { classRoster } from "@/records";
import { Qr } from "@/ui/qr";
import { isLoopback } from "../../../../../loopback";
import { OnlyHere } from "../../../../../only-here";
import { originOf } from "../../../../../origin";
import { PrintButton } from "../../../../../paper/print-button";
import styles from "./code.module.css";

interface Address {
  params: Promise<{ class: string }>;
}

async function group({ params }: Address) {
  const { class: classId } = await params;
  const viewer = await requireViewer(`/classes/${classId}/people/code`);
  return (await found(classRoster(viewer, { classId }))).class;
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  return { title: `Code to join ${(await group(address)).name}` };
}

/** The code to join by as large as the screen or the sheet allows. */
export default async function CodePage(address: Address) {
  const { id, name, joinCode } = await group(address);
  const origin = originOf(await headers());
  const link = joinCode && `${origin}/join?code=${joinCode}`;
  return (
    <main id="main" tabIndex={-1} className={`page ${styles.page}`}>
      <p className={`ui ${styles.tools}`}>
        <a href={`/classes/${id}/people`}>Back to the class</a>
        {joinCode && <PrintButton />}
      </p>
      <h1>Join {name}</h1>
      {joinCode && link ? (
        <>
          <Qr code={qrCode(link)} label={`QR code: ${link}`} className={styles.qr} />
          <p className={styles.big}>{joinCode}</p>
          <p className={styles.link}>{link.replace(/^https?:\/\//, "")}</p>
          {isLoopback(origin) && (
            <div className={styles.onscreen}>
              <OnlyHere />
            </div>
          )}
          <p className="ui">Point a camera at the picture, or open the address. No e-mail address is needed.</p>
        </>
      ) : (
        <p className="ui">Joining is closed. A new code opens it again.</p>
      )}
    </main>
  );
}
