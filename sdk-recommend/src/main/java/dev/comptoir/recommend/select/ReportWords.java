package dev.comptoir.recommend.select;
import java.util.Locale;
class ReportWords { static ReportWords in(Locale l){return new ReportWords();} String why(SelectionReport r){return "";} }
