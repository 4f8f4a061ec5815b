import type {
  ColumnStatistics,
  GradebookCell,
  GradingScale,
  MissingRule,
  ShownForm,
  Total,
} from "@/assessment/gradebook";

/** How a class's gradebook counts and shows: its row's JSON, with what was never set filled in. */
export interface GradebookSettings {
  /** For assessment/gradebook's `cellFigure`, `columnFigure` and `totalFigure`, which give every rounded number. */
  form: ShownForm;
  /** The scale as it was last set, also while totals are not shown by it. */
  scale: GradingScale;
  /** When nothing handed in counts as 0. */
  missing: MissingRule;
}

/** A category of a gradebook, in its place across. */
export interface GradebookCategory {
  /** Null: of the assignments that are in no category; it stands last, and only where there are any. */
  categoryId: string | null;
  /** Empty of those in no category. */
  name: string;
  /** Null: by points. Those in no category have 0, so that they count nowhere, as soon as any category has a weight. */
  weight: number | null;
  dropLowest: number;
}

/** An assignment, as a column. */
export interface GradebookAssignment {
  assignmentId: string;
  quizId: string;
  title: string;
  /** The name of the group that it was given to; null: the class. */
  group: string | null;
  /** Its place among `categories`. Columns of a category stand side by side. */
  category: number;
  /** Within its category; null: by points. */
  weight: number | null;
  /** What most of its attempts are out of; of its quiz where there are none. */
  maxPoints: number;
  /** For everybody. */
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  /** Over the learners that were asked for by group, whatever was searched. */
  statistics: ColumnStatistics;
}

/** A learner, as a row. */
export interface GradebookLearner {
  personId: string;
  displayName: string;
  userName: string;
  /** Names of their groups, by name. */
  groups: string[];
  /**
   * One for each column. `score`, `counts` and `running` are exact; `cellFigure(score, form)` is what is shown. The
   * `attemptIds` of a score are the numbers of the learner's attempts at this assignment, '1' for the first.
   */
  cells: GradebookCell[];
  /** Exact; `totalFigure(total, form)` is what is shown, and `totalFigure(total.categories[i], form)` of a category. */
  total: Total;
}

/** What is there of a class beside its rows. */
export interface GradebookHead {
  class: {
    id: string;
    name: string;
    courseId: string;
    joinCode: string | null;
    /** The class's, or its school's. */
    timeZone: string;
    archived: boolean;
  };
  settings: GradebookSettings;
  /** Of the class, by name, with how many learners are in each. */
  groups: { id: string; name: string; learners: number }[];
  /** Across; the totals of a learner are in this order. */
  categories: GradebookCategory[];
  columns: GradebookAssignment[];
  /** Mean and median of the learners' course totals, in [0, 1]; null where nobody has one. */
  totals: { mean: number | null; median: number | null };
  /** The moment at which all this was so. */
  now: Date;
}

/** A class's gradebook, everyone in it: for files. */
export interface WholeGradebook extends GradebookHead {
  /** Everyone in the class now (or in the group asked for), by name. */
  learners: GradebookLearner[];
}

/** What rows are ordered by; 'category': its total, null of those in none. */
export type GradebookSort =
  { by: "name" | "total" } | { by: "assignment"; assignmentId: string } | { by: "category"; categoryId: string | null };

export interface GradebookAsked {
  classId: string;
  /** A group of the class: only its learners, and statistics of them alone. */
  groupId?: string | null;
  /** Words that begin words of a name, or a user name. */
  search?: string;
  /** Learners with a cell that is missing, or in progress. */
  only?: "missing" | "in progress" | null;
  /** By name unless said otherwise, and where what it names is not there. */
  sort?: GradebookSort;
  descending?: boolean;
  /** 1 for the first; what is beyond the last is the last. */
  page?: number;
  /** 50 unless said otherwise, at most 200; or everyone. */
  pageSize?: number | "all";
}

export interface GradebookPage extends GradebookHead {
  /** Of this page, in the order asked for. Search, filter and order are over everyone. */
  learners: GradebookLearner[];
  /** How many there are in the class; in the group asked for; and of them found. */
  count: { all: number; group: number; found: number };
  page: number;
  pages: number;
  /** The place in the order of the first learner on this page, 1 for the first; 0 when nobody was found. */
  from: number;
}
