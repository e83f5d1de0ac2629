// The names by which the rest of the app knows the server's payloads. Only this file and client.ts see the schema.
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Bell = Schemas["Bell"];
export type CaptionInfo = Schemas["CaptionInfo"];
export type Category = Schemas["Category"];
export type Channel = Schemas["Channel"];
export type FollowedChannel = Schemas["FollowedChannel"];
export type HistoryPage = Schemas["HistoryPage"];
export type Comment = Schemas["Comment"];
export type CommentPage = Schemas["CommentPage"];
export type CommentSettings = Schemas["CommentSettings"];
export type CommentToReview = Schemas["CommentToReview"];
export type Me = Schemas["Me"];
export type MePatch = Schemas["MePatch"];
export type MyVideo = Schemas["MyVideo"];
export type Notification = Schemas["Notification"];
export type NotificationPreferences = Schemas["NotificationPreferences"];
export type NotificationPreferencesChange = Schemas["NotificationPreferencesChange"];
export type Pagination = Schemas["Pagination"];
export type Playlist = Schemas["Playlist"];
export type PlaylistEntry = Schemas["PlaylistEntry"];
export type PlaylistPage = Schemas["PlaylistPage"];
export type PlaylistVideos = Schemas["PlaylistVideos"];
export type Privacy = Schemas["Privacy"];
export type ProcessingStatus = Schemas["ProcessingStatus"];
export type Replacement = Schemas["Replacement"];
export type Rendition = Schemas["Rendition"];
export type Tokens = Schemas["Tokens"];
export type Video = Schemas["Video"];
export type VideoCard = Schemas["VideoCard"];
export type VideoError = Schemas["VideoError"];
export type VideoPatch = Schemas["VideoPatch"];
export type VideoStage = Schemas["VideoStage"];
export type VideoStatus = Schemas["VideoStatus"];
