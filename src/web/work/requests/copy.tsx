import type { Handler } from "hono";
import { z } from "zod";
import { isOpen } from "../../../modules/casework/index.ts";
import { openCopy } from "../../../modules/contact/index.ts";
import { workPath } from "../../place.ts";
import { CopyView } from "../../public/own-data/copy.tsx";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PrintButton, ScreenOnly } from "../../ui/paper.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { texts } from "./texts.ts";

/** The copy on paper: for whoever asked by telephone or letter, or cannot safely fetch it. Before the answer, a trial. */
export const copyPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const id = z.uuid().safeParse(c.req.param("id"));
  const opened = id.success ? await openCopy(ctx, id.data) : undefined;
  if (opened === undefined) return c.notFound();
  const { copy, request } = opened;
  return c.html(
    <WorkFrame c={c} title={text.copyTitle} section="requests" counts={await navCounts(c)}>
      <h1>{text.copyTitle}</h1>
      {isOpen(request) && <Notice kind="warning">{text.copyDraft}</Notice>}
      <ScreenOnly>
        <PrintButton noScript={text.printHow}>{text.print}</PrintButton>
      </ScreenOnly>
      <CopyView c={c} copies={[copy]} />
      <ScreenOnly>
        <Buttons>
          <LinkButton look="secondary" href={workPath(place, `verzoeken/${request.id}`)}>
            {text.facts}
          </LinkButton>
        </Buttons>
      </ScreenOnly>
    </WorkFrame>,
  );
};
