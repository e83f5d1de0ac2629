import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ListVideo } from "lucide-react";
import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { nothingToShow } from "@/lib/nothingToShow";
import { useNearEnd } from "@/lib/useNearEnd";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { ListProblem } from "../videos/ListProblem";
import { entriesOf } from "./order";
import { PlaylistItem } from "./PlaylistItem";
import { playlistVideosQuery } from "./queries";
import { useListActions } from "./useListActions";

/** The videos of a list, in an order that its people change by mouse, finger or keys. */
export function PlaylistItems({ id, editable }: { id: string; editable: boolean }) {
  const { t } = useTranslation("playlists");
  const { t: common } = useTranslation("common");
  const list = useInfiniteQuery({
    ...playlistVideosQuery(id),
    throwOnError: nothingToShow,
  });
  const { data, isPending, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const end = useNearEnd(more, hasNextPage && !isFetchingNextPage && !isFetchNextPageError);
  const { move, remove } = useListActions(id);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const entries = entriesOf(data);
  const place = (item: UniqueIdentifier | undefined) => entries.findIndex((entry) => entry.item_id === item);
  const title = (item: UniqueIdentifier) => entries[place(item)]?.video?.title ?? t(($) => $.unavailable);

  const drop = ({ active, over }: DragEndEvent) => {
    const to = place(over?.id);
    if (to >= 0 && over?.id !== active.id) move(String(active.id), to);
  };
  // Right after it was lifted a video is told to be over its own place: that would drown that it was lifted.
  const atHome = useRef(true);
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      atHome.current = true;
      return t(($) => $.lifted, { title: title(active.id), place: place(active.id) + 1, count: entries.length });
    },
    onDragOver: ({ active, over }) => {
      if (!over || (atHome.current && over.id === active.id)) return undefined;
      atHome.current = false;
      return t(($) => $.over, { title: title(active.id), place: place(over.id) + 1, count: entries.length });
    },
    onDragEnd: ({ active, over }) =>
      t(($) => $.dropped, { title: title(active.id), place: place(over?.id ?? active.id) + 1, count: entries.length }),
    onDragCancel: ({ active }) => t(($) => $.cancelled, { title: title(active.id) }),
  };

  if (isPending) {
    return (
      <div aria-busy="true" aria-label={common(($) => $.loading)} role="status" className="flex flex-col gap-4">
        {[1, 2, 3, 4].map((key) => (
          <Skeleton key={key} className="h-20 rounded-card" />
        ))}
      </div>
    );
  }
  if (entries.length === 0) {
    return (
      <EmptyState
        picture={<ListVideo size={48} strokeWidth={1.5} />}
        title={t(($) => $.empty.title)}
        text={t(($) => $.empty.text)}
      />
    );
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t(($) => $.instructions) } }}
    >
      <SortableContext items={entries.map((entry) => entry.item_id)} strategy={verticalListSortingStrategy}>
        <ol aria-label={t(($) => $.inThisList)} className="flex flex-col">
          {entries.map((entry, index) => (
            <PlaylistItem
              key={entry.item_id}
              entry={entry}
              index={index}
              last={index === entries.length - 1}
              list={id}
              editable={editable}
              onMove={(to) => move(entry.item_id, to)}
              onRemove={() => remove(entry.item_id)}
            />
          ))}
        </ol>
      </SortableContext>
      <div ref={end} />
      <ListProblem list={list} />
    </DndContext>
  );
}
