package dev.comptoir.recommend.select;
class ReportPage { static String of(SelectionReport r, ReportWords w){return "";} }
